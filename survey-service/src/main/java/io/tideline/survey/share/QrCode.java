package io.tideline.survey.share;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.util.Locale;

/** An address as a QR code (ISO/IEC 18004), with a quarter of it readable when the rest is damaged and the quiet zone of four modules that scanners need. */
final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    /** An SVG of one path, black on white, without a size of its own. */
    static String svg(String address) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(address, Ecc.QUARTILE);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append(String.format(Locale.ROOT, "M%d %dh1v1h-1z", x + QUIET, y + QUIET));
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><rect width=\"" + side + "\" height=\"" + side
                + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }
}
