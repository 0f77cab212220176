//! Lines over months, with an interval and a target.

use super::Palette;
use crate::core::scene::{ChartBand, ChartLine, ChartScene};
use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::DataPoint;
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisTick, AxisType, Color, Label, LabelPosition, LineStyle,
    LineStyleType, MarkLine, MarkLineData, MarkLineVariant, SplitLine, Symbol, TextStyle, Tooltip,
    Trigger,
};
use charming::series::Line;

/// The option of a chart. What charming has no name for (how the tooltip is drawn and in which ink)
/// the bundle script adds.
pub fn option(scene: &ChartScene, palette: &Palette) -> Chart {
    let mut chart = Chart::new()
        .grid(Grid::new().left(8).right(16).top(40).bottom(8).contain_label(true))
        .legend(legend(scene, palette))
        .tooltip(tooltip(palette))
        .x_axis(category_axis(scene, palette))
        .y_axis(value_axis(scene, palette));
    if let Some(band) = &scene.band {
        chart = chart.series(floor(band)).series(rise(band, scene, palette));
    }
    for (place, line) in scene.lines.iter().enumerate() {
        let target = scene.target.as_ref().filter(|_| place == 0);
        chart = chart.series(series(line, target, palette));
    }
    chart
}

fn legend(scene: &ChartScene, palette: &Palette) -> Legend {
    let names: Vec<&str> = scene.lines.iter().map(|line| line.name.as_str()).collect();
    Legend::new().data(names).top(0).left(0).text_style(TextStyle::new().color(palette.soft()))
}

fn tooltip(palette: &Palette) -> Tooltip {
    Tooltip::new()
        .trigger(Trigger::Axis)
        .background_color(palette.surface())
        .border_color(palette.line())
}

fn category_axis(scene: &ChartScene, palette: &Palette) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .data(scene.categories.clone())
        .boundary_gap(false)
        .axis_label(AxisLabel::new().color(palette.soft()))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
}

fn value_axis(scene: &ChartScene, palette: &Palette) -> Axis {
    let unit = format!("{{value}}{}", scene.unit);
    Axis::new()
        .type_(AxisType::Value)
        .min(scene.range.0)
        .max(scene.range.1)
        .axis_label(AxisLabel::new().color(palette.soft()).formatter(unit.as_str()))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.line())))
}

fn series(line: &ChartLine, target: Option<&(String, f64)>, palette: &Palette) -> Line {
    let colour = palette.of(line.ink);
    let series = Line::new()
        .name(line.name.as_str())
        .data(points(&line.values))
        .symbol(if line.strong { Symbol::Circle } else { Symbol::None })
        .symbol_size(5)
        .item_style(charming::element::ItemStyle::new().color(colour))
        .line_style(LineStyle::new().color(colour).width(if line.strong { 3.0 } else { 1.5 }));
    match target {
        Some((name, value)) => series.mark_line(target_line(name, *value, palette)),
        None => series,
    }
}

fn target_line(name: &str, value: f64, palette: &Palette) -> MarkLine {
    let label = Label::new()
        .show(true)
        .color(palette.soft())
        .formatter(name)
        .position(LabelPosition::InsideEndTop);
    let style = LineStyle::new().color(palette.soft()).type_(LineStyleType::Dashed);
    MarkLine::new()
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(style)
        .label(label)
        .data(vec![MarkLineVariant::Simple(MarkLineData::new().y_axis(value))])
}

/// ECharts has no band: an unseen line carries a filled one stacked on it.
fn floor(band: &ChartBand) -> Line {
    unseen(points(&band.low)).name("floor")
}

fn rise(band: &ChartBand, scene: &ChartScene, palette: &Palette) -> Line {
    let height = |(low, high): (&Option<f64>, &Option<f64>)| Some((*high)? - (*low)?);
    let heights: Vec<Option<f64>> = band.low.iter().zip(&band.high).map(height).collect();
    let colour = scene.lines.first().map_or("", |line| palette.of(line.ink));
    unseen(points(&heights))
        .name(band.name.as_str())
        .area_style(AreaStyle::new().color(Color::from(colour)).opacity(0.16))
}

fn unseen(data: Vec<DataPoint>) -> Line {
    Line::new()
        .data(data)
        .stack("band")
        .symbol(Symbol::None)
        .line_style(LineStyle::new().width(0.0).opacity(0.0))
}

/// A gap is a dash to ECharts.
fn points(values: &[Option<f64>]) -> Vec<DataPoint> {
    let point = |value: &Option<f64>| match value {
        Some(value) => DataPoint::from((value * 10.0).round() / 10.0),
        None => DataPoint::from("-"),
    };
    values.iter().map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::scene::Ink;
    use serde_json::{Value, json};

    fn scene() -> ChartScene {
        let line =
            |name: &str, values, ink, strong| ChartLine { name: name.into(), values, ink, strong };
        ChartScene {
            categories: vec!["Aug".into(), "Sep".into()],
            lines: vec![
                line("Satisfied", vec![Some(80.04), None], Ink::Accent, true),
                line("Care", vec![Some(70.0), Some(71.0)], Ink::Heart(0), false),
            ],
            band: Some(ChartBand {
                name: "95%".into(),
                low: vec![Some(70.0), None],
                high: vec![Some(90.0), None],
            }),
            target: Some(("Target".into(), 88.0)),
            range: (0.0, 100.0),
            unit: "%".into(),
        }
    }

    fn json_of(scene: &ChartScene) -> Value {
        let colours = ["ink", "soft", "line", "surface", "accent", "care"].map(str::to_owned);
        serde_json::to_value(option(scene, &Palette::new(colours.to_vec())))
            .expect("an option is JSON")
    }

    #[test]
    fn gaps_stay_gaps_and_colours_come_from_the_palette() {
        let option = json_of(&scene());
        let lines = &option["series"];
        assert_eq!(lines[2]["data"], json!([80.0, "-"]));
        assert_eq!(lines[2]["lineStyle"]["color"], "accent");
        assert_eq!(lines[3]["lineStyle"]["color"], "care");
        assert_eq!(option["xAxis"]["data"], json!(["Aug", "Sep"]));
        assert_eq!(option["yAxis"]["max"], json!(100.0));
    }

    #[test]
    fn a_band_is_as_high_as_its_interval() {
        let lines = &json_of(&scene())["series"];
        assert_eq!(lines[0]["data"], json!([70.0, "-"]));
        assert_eq!(lines[1]["data"], json!([20.0, "-"]));
        assert_eq!(lines[1]["stack"], lines[0]["stack"]);
    }

    #[test]
    fn only_the_first_line_carries_the_target() {
        let lines = &json_of(&scene())["series"];
        assert_eq!(lines[2]["markLine"]["data"][0]["yAxis"], json!(88.0));
        assert_eq!(lines[3]["markLine"], Value::Null);
    }
}
