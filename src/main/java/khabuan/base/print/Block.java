package khabuan.base.print;

import java.util.Arrays;
import java.util.List;

/** A thing that stands in a document by itself. */
public sealed interface Block permits Block.Heading, Block.Paragraph, Block.Contents, Block.FreeText, Block.PageBreak, Block.Section, TableBlock, ChartBlock {

    /**
     * A heading.
     *
     * @param level  1 to 3
     * @param number as printed before the text, "2.1"; "" for none
     * @param anchor unique in the document; letters, digits and hyphens, a letter first: links and the contents point to it
     */
    record Heading(int level, String number, String text, String anchor) implements Block {
        public Heading {
            if (level < 1 || level > 3) throw new IllegalArgumentException("No heading of level " + level);
            if (!anchor.matches("[A-Za-z][A-Za-z0-9-]*")) throw new IllegalArgumentException("Not an anchor: " + anchor);
        }

        /** Number and text. */
        public String line() {
            return number.isEmpty() ? text : number + " " + text;
        }
    }

    /** How a paragraph stands: with its first line indented, flush, centred, at the right, or small as a note. */
    enum Manner { BODY, FLUSH, CENTRED, RIGHT, NOTE }

    /** A paragraph of the composer's own words and figures. */
    record Paragraph(List<Run> runs, Manner manner) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        public static Paragraph of(Run... runs) {
            return new Paragraph(Arrays.asList(runs), Manner.BODY);
        }

        /** A message with its places {0}, {1} … filled by runs: the sentence over figures. */
        public static Paragraph sentence(String message, Run... runs) {
            return new Paragraph(Run.fill(message, runs), Manner.BODY);
        }
    }

    /** The table of contents over all headings, those of the document before it excepted. */
    record Contents(String title) implements Block { }

    /** What an author wrote: paragraphs parted by blank lines, and items that begin with "1)", "1.1)" or "-". */
    record FreeText(String text) implements Block { }

    /** What follows begins on a new page. */
    record PageBreak() implements Block { }

    /** Pages of their own, lying or upright. */
    record Section(boolean landscape, List<Block> blocks) implements Block {
        public Section {
            blocks = List.copyOf(blocks);
            if (blocks.stream().anyMatch(Section.class::isInstance)) throw new IllegalArgumentException("A section stands in no other.");
        }
    }
}
