package io.tideline.gateway.http;

/** How large the answers of one operation are, so that the next one is written without growing. */
final class UsualSize {
    private static final int FIRST = 16 * 1024;
    /** Beyond this a large answer would make room for others that may be small. */
    private static final int MOST = 1 << 20;

    /** Of the latest answer; requests that race may overwrite each other, it is a guess anyway. */
    private int latest = FIRST;

    /** A little more than the latest answer took. */
    int room() {
        return latest + latest / 16;
    }

    void learn(int size) {
        latest = Math.min(size, MOST);
    }
}
