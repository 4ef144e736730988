package io.tideline.local.process;

/** The JDK that runs this program, and with it all other JVMs of the platform. */
public final class Jdk {
    private Jdk() {}

    public static int version() {
        return Runtime.version().feature();
    }

    public static String home() {
        return System.getProperty("java.home");
    }

    public static String java() {
        return home() + "/bin/java";
    }

    /** Names this build of the JDK. */
    public static String print() {
        return home() + " " + Runtime.version();
    }
}
