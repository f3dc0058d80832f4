package org.yol.platform.operate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * The main method of a service. Without words it serves until it is stopped; with words, such as {@code dead-letters
 * list}, it does that and ends. Settings of Spring ({@code --name=value}) may stand among them.
 */
public final class YolService {

    private YolService() {}

    /** Serves, or does what the arguments say and exits: with 0, or with 1 and the reason. */
    public static void run(Class<?> application, String... arguments) {
        if (words(arguments).isEmpty()) {
            SpringApplication.run(application, arguments);
        } else {
            // The answer is what was asked for, not a log; and in UTF-8 wherever it is read.
            var answer = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            var reason = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            System.exit(operate(application, answer, reason, arguments));
        }
    }

    /** Without web server and listeners, and with no more of the service than the command needs. */
    static int operate(Class<?> application, PrintStream answer, PrintStream reason, String... arguments) {
        try {
            Command command = Command.of(words(arguments));
            var service = new SpringApplication(application);
            service.setWebApplicationType(WebApplicationType.NONE);
            service.setLazyInitialization(true);
            service.setLogStartupInfo(false);
            String[] settings =
                    Arrays.stream(arguments).filter(YolService::isSetting).toArray(String[]::new);
            String[] quiet = {"--logging.level.root=error", "--logging.level.org.apache.kafka=error"};
            try (ConfigurableApplicationContext context = service.run(concat(quiet, settings))) {
                answer.println(context.getBean(Operator.class).perform(command, reason::println));
            }
            return 0;
        } catch (RuntimeException failure) {
            reason.println(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
            return 1;
        }
    }

    private static List<String> words(String... arguments) {
        return Arrays.stream(arguments).filter(argument -> !isSetting(argument)).toList();
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.contains("=");
    }

    private static String[] concat(String[] first, String[] second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
