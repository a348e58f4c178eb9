package khabuan.base.print;

import java.io.IOException;
import java.util.HexFormat;
import khabuan.base.text.Digits;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Writes a chart into a Word file as Word's own, with its numbers in a sheet, so that it can be edited. */
record DocxChart(ChartBlock chart, Digits digits) {

    void write(XWPFRun run) throws IOException {
        try {
            var written = run.getDocument().createChart(run, Units.toEMU(450), Units.toEMU(250));
            var said = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
            said.setDescr(digits.in(chart.alt()));
            written.setAutoTitleDeleted(true);
            written.getCTChartSpace().addNewSpPr().addNewLn().addNewNoFill();
            written.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
            bars(written);
            letters(written);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bars(XWPFChart written) {
        var along = written.createCategoryAxis(AxisPosition.BOTTOM);
        var up = written.createValueAxis(AxisPosition.LEFT);
        up.setCrosses(AxisCrosses.AUTO_ZERO);
        up.setCrossBetween(AxisCrossBetween.BETWEEN);
        up.setNumberFormat(numbers());
        up.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill("DDDDDD")));
        var bars = (XDDFBarChartData) written.createData(ChartTypes.BAR, along, up);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(BarGrouping.CLUSTERED);
        bars.setGapWidth(50);
        int last = chart.categories().size();
        var names = chart.categories().stream().map(digits::in).toArray(String[]::new);
        for (int s = 0; s < chart.series().size(); s++) {
            var series = chart.series().get(s);
            var values = series.points().stream().map(point -> (Number) point.value().doubleValue()).toArray(Number[]::new);
            var bar = bars.addSeries(XDDFDataSourcesFactory.fromArray(names, written.formatRange(new CellRangeAddress(1, last, 0, 0)), 0),
                    XDDFDataSourcesFactory.fromArray(values, written.formatRange(new CellRangeAddress(1, last, s + 1, s + 1)), s + 1));
            bar.setTitle(digits.in(series.name()), written.setSheetTitle(digits.in(series.name()), s + 1));
            bar.setFillProperties(fill(series.colour()));
        }
        written.plot(bars);
        labels(written);
    }

    private void labels(XWPFChart written) {
        for (var bar : written.getCTChart().getPlotArea().getBarChartArray(0).getSerList()) {
            var labels = bar.isSetDLbls() ? bar.getDLbls() : bar.addNewDLbls();
            var format = labels.addNewNumFmt();
            format.setFormatCode(numbers());
            format.setSourceLinked(false);
            labels.addNewShowLegendKey().setVal(false);
            labels.addNewShowVal().setVal(true);
            labels.addNewShowCatName().setVal(false);
            labels.addNewShowSerName().setVal(false);
            labels.addNewShowPercent().setVal(false);
            labels.addNewShowBubbleSize().setVal(false);
        }
    }

    /** Office writes Thai digits by this language mark. */
    private String numbers() {
        return (digits == Digits.THAI ? "[$-D00041E]" : "") + (whole() ? "#,##0" : "#,##0.##");
    }

    private boolean whole() {
        return chart.series().stream().flatMap(series -> series.points().stream()).allMatch(point -> point.value().stripTrailingZeros().scale() <= 0);
    }

    private void letters(XWPFChart written) {
        var space = written.getCTChartSpace();
        var text = space.isSetTxPr() ? space.getTxPr() : space.addNewTxPr();
        if (text.getBodyPr() == null) text.addNewBodyPr();
        var letters = text.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(900);
        letters.addNewLatin().setTypeface(Typeface.FAMILY);
        letters.addNewCs().setTypeface(Typeface.FAMILY);
    }

    private static XDDFSolidFillProperties fill(String colour) {
        return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(colour)));
    }
}
