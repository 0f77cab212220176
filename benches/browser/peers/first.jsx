// The smallest page of its kind: React, its router and one line chart, ECharts taken in by parts.
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Link, Route, Routes } from "react-router-dom";

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

function Chart({ readings }) {
  const place = useRef(null);
  useEffect(() => {
    const chart = init(place.current);
    chart.setOption({
      animation: false,
      tooltip: { trigger: "axis" },
      xAxis: { type: "category", data: readings.map((reading) => reading.period) },
      yAxis: { type: "value", scale: true },
      series: [{ type: "line", data: readings.map((reading) => reading.value) }],
    });
    return () => chart.dispose();
  }, [readings]);
  return <div ref={place} style={{ width: 900, height: 360 }} />;
}

function Overview() {
  const [indicators, setIndicators] = useState();
  useEffect(() => {
    fetch("/indicators.json")
      .then((answer) => answer.json())
      .then((body) => setIndicators(body.indicators));
  }, []);
  return (
    <main>
      <h1>Service health</h1>
      <p>How our customers fare, month by month, over the last two years.</p>
      {indicators && <Chart readings={indicators[0].readings} />}
    </main>
  );
}

const App = () => (
  <BrowserRouter>
    <nav>
      <Link to="/">Overview</Link> <Link to="/about">About</Link>
    </nav>
    <Routes>
      <Route path="/" element={<Overview />} />
      <Route path="/about" element={<p>About</p>} />
    </Routes>
  </BrowserRouter>
);

createRoot(document.getElementById("root")).render(<App />);
