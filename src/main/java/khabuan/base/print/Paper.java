package khabuan.base.print;

/** The measures of a page: A4 with the margins of Thai official papers. All in points. */
enum Paper {
    UPRIGHT(595.3, 841.9, 85.05, 56.7), LANDSCAPE(841.9, 595.3, 56.7, 56.7);

    static final double TOP = 70.9, BOTTOM = 56.7;
    final double width, height, left, right;

    Paper(double width, double height, double left, double right) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.right = right;
    }

    static Paper of(boolean landscape) {
        return landscape ? LANDSCAPE : UPRIGHT;
    }

    /** Between the margins. */
    double measure() {
        return width - left - right;
    }
}
