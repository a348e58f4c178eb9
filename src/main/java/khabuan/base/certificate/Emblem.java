package khabuan.base.certificate;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import khabuan.base.print.Leaf;

/** The emblem of the letterhead, drawn for this product: nine people who stand hand in hand around a house. */
final class Emblem {

    private static final int GREEN = 0x0b5d4e, ORANGE = 0xb4530a;
    private static final int PEOPLE = 9;

    private Emblem() {}

    /** Draws it with its middle at x, y. */
    static void draw(Leaf leaf, double x, double y, double radius) {
        double unit = radius / 50;
        var place = new AffineTransform(unit, 0, 0, unit, x, y);
        leaf.stroke(place.createTransformedShape(circle(0, 0, 49)), 1.6 * unit, GREEN);
        leaf.stroke(place.createTransformedShape(circle(0, 0, 46)), 0.6 * unit, GREEN);
        for (int i = 0; i < PEOPLE; i++) {
            var turned = new AffineTransform(place);
            turned.rotate(2 * Math.PI * i / PEOPLE);
            leaf.fill(turned.createTransformedShape(circle(0, -37, 4.4)), ORANGE);
            leaf.fill(turned.createTransformedShape(body()), GREEN);
        }
        leaf.fill(place.createTransformedShape(house()), GREEN);
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Shoulders whose hands reach those of the neighbours. */
    private static Path2D body() {
        var body = new Path2D.Double();
        body.moveTo(-10.4, -28.6);
        body.curveTo(-7, -32.5, 7, -32.5, 10.4, -28.6);
        body.lineTo(9, -26.6);
        body.curveTo(6, -29, 4.6, -29, 3.6, -28.4);
        body.lineTo(2.4, -20);
        body.lineTo(-2.4, -20);
        body.lineTo(-3.6, -28.4);
        body.curveTo(-4.6, -29, -6, -29, -9, -26.6);
        body.closePath();
        return body;
    }

    /** A house on stilts with crossed gables. */
    private static Area house() {
        var house = new Area();
        house.add(shape(0, -13, 15, 3, 11, 3, 11, 9, -11, 9, -11, 3, -15, 3));
        house.add(shape(-1.2, -12, 3.2, -17, 5, -16, 0.6, -10));
        house.add(shape(1.2, -12, -3.2, -17, -5, -16, -0.6, -10));
        for (double x : new double[] {-10, -0.9, 8.2}) house.add(shape(x, 9, x + 1.8, 9, x + 1.8, 14, x, 14));
        house.subtract(shape(-2.6, 1, 2.6, 1, 2.6, 9, -2.6, 9));
        return house;
    }

    private static Area shape(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
        path.closePath();
        return new Area(path);
    }
}
