package khabuan.base.print;

import java.util.ArrayList;
import java.util.List;
import khabuan.base.text.Digits;

/**
 * A document to be printed: what stands in it, in order, and in which digits.
 *
 * @param title     what the file is called: metadata, running head, the caption of the workbook
 * @param cover     the lines of the cover page, the first as its heading; empty for no cover
 * @param notice    printed at the head of every page, such as that the data are simulated; "" for none
 * @param digits    the digits of all printed text; links keep theirs
 * @param landscape whether pages lie, unless a {@link Block.Section} says otherwise
 */
public record Document(String title, List<String> cover, String notice, Digits digits, boolean landscape, List<Block> blocks) {

    public Document {
        cover = List.copyOf(cover);
        blocks = List.copyOf(blocks);
    }

    /** A document on upright pages, without cover and notice. */
    public static Document of(String title, Digits digits, List<Block> blocks) {
        return new Document(title, List.of(), "", digits, false, blocks);
    }

    /** The size of type, in points, at which title and notice stand in one line at the head of an upright page. */
    double headSize() {
        String line = digits.in(title + "      " + notice);
        double size = 10;
        while (size > 7 && Typeface.REGULAR.width(line, size) > Paper.of(landscape).measure()) size -= 0.5;
        return size;
    }

    /** All blocks in reading order, those inside sections too; the sections themselves are left out. */
    public List<Block> flat() {
        var all = new ArrayList<Block>();
        gather(blocks, all);
        return all;
    }

    /** Those blocks of one kind, in reading order. */
    public <T extends Block> List<T> all(Class<T> kind) {
        return flat().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void gather(List<Block> blocks, List<Block> all) {
        for (var block : blocks) {
            if (block instanceof Block.Section section) gather(section.blocks(), all);
            else all.add(block);
        }
    }
}
