package io.tideline.roi.cut;

/**
 * One cell of a cut.
 *
 * @param bucket number of the bucket, from 1
 * @param key value of the dimension, empty without one or where the numbers are not cut by one
 */
public record Place(int bucket, String key) {
    public static final Place WHOLE = new Place(1, "");
}
