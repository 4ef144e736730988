package io.tideline.survey.sentiment;

/** Languages that share a table of weights. */
public enum Kin {
    /** Written without spaces; learned of texts on two sides only, hence one weight a place. */
    CHINESE(18, 1),
    ENGLISH(19, 2),
    /** What these share, such as signs, emoji and roots of words, is learned of all of them. */
    OTHERS(20, 2);

    private final int bits;
    private final int outputs;

    Kin(int bits, int outputs) {
        this.bits = bits;
        this.outputs = outputs;
    }

    /** The table has two to the power of this many places. */
    public int bits() {
        return bits;
    }

    /** Weights a place: 1 for a side, 2 for negative and positive against neutral. */
    public int outputs() {
        return outputs;
    }
}
