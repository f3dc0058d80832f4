package org.yol.platform.operate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dead letters in lines and columns. */
final class Table {

    static final String NONE = "There are no dead letters of this service.";

    private static final List<String> HEAD =
            List.of("TOPIC", "PARTITION", "OFFSET", "SINCE", "GROUP", "TYPE", "KEY", "REASON");

    private Table() {}

    static String of(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return NONE;
        }
        List<List<String>> lines = Stream.concat(
                        Stream.of(HEAD), letters.stream().map(Table::line))
                .toList();
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return lines.stream()
                .map(line -> IntStream.range(0, HEAD.size())
                        .mapToObj(column -> line.get(column)
                                + " "
                                        .repeat(widths.get(column)
                                                - line.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> line(DeadLetter letter) {
        return List.of(
                letter.message().topic(),
                String.valueOf(letter.message().partition()),
                String.valueOf(letter.message().offset()),
                letter.at().toString(),
                letter.group(),
                letter.type(),
                String.valueOf(letter.message().key()),
                letter.reason());
    }
}
