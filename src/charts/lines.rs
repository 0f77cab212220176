//! Lines over months, with an interval and a target.

use super::Palette;
use crate::core::scene::{ChartBand, ChartLine, ChartScene, text_width};
use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::DataPoint;
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisTick, AxisType, Color, ItemStyle, Label, LineStyle,
    LineStyleType, MarkLine, MarkLineData, MarkLineVariant, SplitLine, Step, Symbol, TextStyle,
    Tooltip, Trigger,
};
use charming::series::Line;

/// The size of the target's name.
const LABEL: f64 = 12.0;

/// The option of a chart. What charming has no name for (how the tooltip is drawn and in which ink)
/// the bundle script adds.
pub fn option(scene: &ChartScene, palette: &Palette) -> Chart {
    let mut chart = Chart::new()
        .grid(Grid::new().left(8).right(beside(scene)).top(40).bottom(8).contain_label(true))
        .legend(legend(scene, palette))
        .tooltip(tooltip(palette))
        .x_axis(category_axis(scene, palette))
        .y_axis(value_axis(scene, palette));
    if let Some(band) = &scene.band {
        chart = chart.series(floor(band, scene)).series(rise(band, scene, palette));
    }
    if let Some(limits) = &scene.limits {
        chart = chart.series(limit(&limits.high, limits, scene, palette));
        chart = chart.series(limit(&limits.low, limits, scene, palette));
    }
    for line in &scene.lines {
        chart = chart.series(series(line, scene, palette));
    }
    if let Some((name, thin)) = thin(scene) {
        chart = chart.series(hollows(name, &thin, scene, palette));
    }
    if let Some((name, places)) = &scene.signals {
        chart = chart.series(signs(name, places, scene, palette));
    }
    chart
}

/// The room at the right of the plot: the target's name stands there, clear of every line.
fn beside(scene: &ChartScene) -> i32 {
    let name = scene.target.as_ref().map_or(0.0, |(name, _)| text_width(name, LABEL));
    16 + name as i32
}

/// The values of the first line that rest on few answers, with what is said of them.
fn thin(scene: &ChartScene) -> Option<(&str, Vec<usize>)> {
    let values = &scene.lines.first()?.values;
    let is_there = |place: &usize| values.get(*place).is_some_and(Option::is_some);
    let places: Vec<usize> = scene.thin().into_iter().filter(is_there).collect();
    let (name, _) = scene.counts.as_ref()?;
    (!places.is_empty()).then_some((name, places))
}

fn legend(scene: &ChartScene, palette: &Palette) -> Legend {
    let lines = scene.lines.iter().map(|line| line.name.as_str());
    let limits = scene.limits.iter().map(|limits| limits.name.as_str());
    let signals = scene.signals.iter().filter(|(_, places)| !places.is_empty());
    let thin = thin(scene).map(|(name, _)| name);
    let names: Vec<&str> =
        lines.chain(limits).chain(thin).chain(signals.map(|(name, _)| name.as_str())).collect();
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

fn series(line: &ChartLine, scene: &ChartScene, palette: &Palette) -> Line {
    let colour = palette.of(line.ink);
    let series = Line::new()
        .name(line.name.as_str())
        .data(points(&line.values, scene))
        .symbol(if line.strong { Symbol::Circle } else { Symbol::None })
        .symbol_size(5)
        .item_style(ItemStyle::new().color(colour))
        .line_style(LineStyle::new().color(colour).width(if line.strong { 3.0 } else { 1.5 }));
    let is_first = scene.lines.first().is_some_and(|first| std::ptr::eq(first, line));
    match scene.target.as_ref().filter(|_| is_first) {
        Some((name, value)) => series.mark_line(target_line(name, *value, palette)),
        None => series,
    }
}

/// One edge of the limits. Both bear the same name: they are one thing.
fn limit(edge: &[Option<f64>], limits: &ChartBand, scene: &ChartScene, palette: &Palette) -> Line {
    let style = LineStyle::new().color(palette.ink()).width(1.0).type_(LineStyleType::Dotted);
    Line::new()
        .name(limits.name.as_str())
        .data(points(edge, scene))
        .symbol(Symbol::None)
        .step(Step::Middle)
        .item_style(ItemStyle::new().color(palette.ink()))
        .line_style(style)
}

/// Values that rest on few answers as hollow points of the line.
fn hollows(name: &str, places: &[usize], scene: &ChartScene, palette: &Palette) -> Line {
    let colour = scene.lines.first().map_or("", |line| palette.of(line.ink));
    let style = ItemStyle::new().color(palette.surface()).border_color(colour).border_width(2.0);
    marks(name, places, scene).symbol(Symbol::Circle).symbol_size(6).item_style(style)
}

/// Signals as diamonds on the line, larger than its points and of another colour.
fn signs(name: &str, places: &[usize], scene: &ChartScene, palette: &Palette) -> Line {
    let style = ItemStyle::new().color(palette.bad());
    marks(name, places, scene).symbol(Symbol::Diamond).symbol_size(15).item_style(style)
}

/// Some points of the first line once more, without a line between them.
fn marks(name: &str, places: &[usize], scene: &ChartScene) -> Line {
    let value = |(place, value): (usize, &Option<f64>)| value.filter(|_| places.contains(&place));
    let line = scene.lines.first().into_iter().flat_map(|line| &line.values);
    let values: Vec<Option<f64>> = line.enumerate().map(value).collect();
    Line::new()
        .name(name)
        .data(points(&values, scene))
        .line_style(LineStyle::new().width(0.0).opacity(0.0))
}

fn target_line(name: &str, value: f64, palette: &Palette) -> MarkLine {
    let label = Label::new().show(true).color(palette.soft()).formatter(name).font_size(LABEL);
    let style = LineStyle::new().color(palette.soft()).type_(LineStyleType::Dashed);
    MarkLine::new()
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(style)
        .label(label)
        .data(vec![MarkLineVariant::Simple(MarkLineData::new().y_axis(value))])
}

/// ECharts has no band: an unseen line carries a filled one stacked on it.
fn floor(band: &ChartBand, scene: &ChartScene) -> Line {
    unseen(points(&band.low, scene)).name("floor")
}

fn rise(band: &ChartBand, scene: &ChartScene, palette: &Palette) -> Line {
    let height = |(low, high): (&Option<f64>, &Option<f64>)| Some((*high)? - (*low)?);
    let heights: Vec<Option<f64>> = band.low.iter().zip(&band.high).map(height).collect();
    let colour = scene.lines.first().map_or("", |line| palette.of(line.ink));
    unseen(points(&heights, scene))
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
fn points(values: &[Option<f64>], scene: &ChartScene) -> Vec<DataPoint> {
    let unit = 10_f64.powi(scene.decimals().into());
    let point = |value: &Option<f64>| match value {
        Some(value) => DataPoint::from((value * unit).round() / unit),
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
            ..ChartScene::default()
        }
    }

    fn json_of(scene: &ChartScene) -> Value {
        let colours =
            ["ink", "soft", "line", "surface", "accent", "bad", "care"].map(str::to_owned);
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
    fn signals_are_diamonds_of_their_own_and_limits_two_dotted_lines() {
        let limits = ChartBand {
            name: "Limits".into(),
            low: vec![Some(60.0), Some(60.0)],
            high: vec![Some(95.0), Some(95.0)],
        };
        let signals = Some(("Signal".to_owned(), vec![0]));
        let scene = ChartScene { band: None, limits: Some(limits), signals, ..scene() };
        let option = json_of(&scene);
        let lines = &option["series"];
        assert_eq!(lines[0]["data"], json!([95.0, 95.0]));
        assert_eq!(lines[1]["data"], json!([60.0, 60.0]));
        assert_eq!(lines[1]["lineStyle"]["type"], "dotted");
        let signs = &lines[4];
        assert_eq!((&signs["data"], &signs["symbol"]), (&json!([80.0, "-"]), &json!("diamond")));
        assert_eq!(signs["itemStyle"]["color"], "bad");
        let names = ["Satisfied", "Care", "Limits", "Signal"].map(|name| json!({"name": name}));
        assert_eq!(option["legend"]["data"], json!(names));
    }

    #[test]
    fn values_of_few_answers_are_hollow_and_named() {
        let counts = Some(("thin".to_owned(), vec![29, 3]));
        let option = json_of(&ChartScene { counts, ..scene() });
        // The second month has no value: there is nothing to be hollow.
        let hollow = &option["series"][4];
        assert_eq!((&hollow["name"], &hollow["data"]), (&json!("thin"), &json!([80.0, "-"])));
        assert_eq!(hollow["itemStyle"]["color"], "surface");
        assert_eq!(option["legend"]["data"][2], json!({"name": "thin"}));
        let counts = Some(("thin".to_owned(), vec![30, 30]));
        assert_eq!(json_of(&ChartScene { counts, ..scene() })["series"][4], Value::Null);
    }

    #[test]
    fn the_targets_name_has_room_beside_the_plot() {
        let plain = json_of(&ChartScene { target: None, ..scene() });
        assert_eq!(plain["grid"][0]["right"], json!(16));
        assert!(json_of(&scene())["grid"][0]["right"].as_f64() > Some(16.0 + 6.0 * 6.0));
    }

    #[test]
    fn only_the_first_line_carries_the_target() {
        let lines = &json_of(&scene())["series"];
        assert_eq!(lines[2]["markLine"]["data"][0]["yAxis"], json!(88.0));
        assert_eq!(lines[3]["markLine"], Value::Null);
    }
}
