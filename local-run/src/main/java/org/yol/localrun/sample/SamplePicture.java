package org.yol.localrun.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of nobody: head and shoulders in grey, as a PNG. */
final class SamplePicture {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 320;

    private SamplePicture() {}

    static byte[] ofNobody() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.GRAY);
        pen.fillOval(WIDTH / 4, HEIGHT / 6, WIDTH / 2, WIDTH / 2);
        pen.fillOval(WIDTH / 8, HEIGHT * 2 / 3, WIDTH * 3 / 4, HEIGHT);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }
}
