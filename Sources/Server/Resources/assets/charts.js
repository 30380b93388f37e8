// Charts, drawn by Chart.js from the tables that stand on the page: a column with a series' name is a series, a row is a place on the
// axis. Where the library is missing the tables remain.
"use strict";

(() => {
  if (typeof Chart === "undefined") return;
  const figures = [...document.querySelectorAll("figure[data-chart]")];
  const charts = [];
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const clear = (name) => `color-mix(in srgb, ${color(name)} 30%, transparent)`;

  /// The series of a table: names, colours, and a value for every row; null where there is none.
  function read(table) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    const columns = heads.map((head, place) => ({ head, place })).filter(({ head }) => head.dataset.series);
    return {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      links: rows.map((row) => row.cells[0].querySelector("a")?.href),
      series: columns.map(({ head, place }) => ({
        name: head.dataset.series, color: head.dataset.color, point: head.dataset.point || "circle",
        values: rows.map((row) => number(row.cells[place]?.dataset.value)),
        counts: rows.map((row) => row.cells[place]?.dataset.count),
      })),
    };
  }

  function number(text) {
    return text === undefined || text === "" ? null : Number(text);
  }

  function described(context, series) {
    const { values, counts, name } = series[context.datasetIndex % series.length];
    const value = values[context.dataIndex];
    if (value === null) return null;
    const count = counts[context.dataIndex];
    return count === undefined ? `${name}: ${Math.abs(value)}` : `${name}: ${value.toFixed(2)} (${count} acts)`;
  }

  const scale = (isIndex) => ({
    grid: { color: (context) => (context.tick?.value === 0 && !isIndex ? color("--faint") : color("--rule")), drawBorder: false, display: !isIndex },
    ticks: { color: color("--faint"), maxRotation: 0, autoSkipPadding: 16 },
  });

  /// PLOVER's scale, from conflict to cooperation.
  function plover() {
    const axis = scale(false);
    return { ...axis, min: -10, max: 10, ticks: { ...axis.ticks, stepSize: 5, callback: (value) => (value > 0 ? `+${value}` : String(value).replace("-", "−")) } };
  }

  /// The highest column on either side of the line in all charts of acts, so that they share their scale.
  function highest() {
    const sums = figures.filter((figure) => figure.dataset.chart === "quads").flatMap((figure) => {
      const { series, labels } = read(figure.querySelector("table"));
      return labels.flatMap((_, row) => [1, -1].map((side) => series.reduce((sum, one) => sum + Math.max(0, side * (one.values[row] ?? 0)), 0)));
    });
    return Math.max(4, ...sums);
  }

  function options(series, links, axis) {
    return {
      animation: false, responsive: true, maintainAspectRatio: false, indexAxis: axis,
      interaction: { mode: "index", intersect: false, axis },
      onClick: (_, elements) => { if (elements.length > 0 && links[elements[0].index]) location.href = links[elements[0].index]; },
      plugins: {
        legend: { position: "bottom", labels: { color: color("--ink"), usePointStyle: true, boxHeight: 7, filter: (item) => item.text !== "" } },
        tooltip: { callbacks: { label: (context) => described(context, series) }, filter: (item) => item.dataset.label !== "" },
      },
    };
  }

  const kinds = {
    // Means over time: lines that break where a month is missing.
    means({ labels, links, series }) {
      return {
        type: "line",
        data: {
          labels, datasets: series.map((one) => ({
            label: one.name, data: one.values, borderColor: color(one.color), backgroundColor: color(one.color), pointStyle: one.point,
            pointRadius: 4, pointHoverRadius: 6, borderWidth: 2, spanGaps: false, tension: 0, borderDash: one.point === "rect" ? [6, 3] : [],
          })),
        },
        options: { ...options(series, links, "x"), scales: { x: scale(true), y: plover() } },
      };
    },
    // Counts by class: cooperation above the line, conflict below.
    quads({ labels, links, series }) {
      const y = scale(false);
      const most = Math.ceil(highest() / 4) * 4;
      return {
        type: "bar",
        data: { labels, datasets: series.map((one) => ({ label: one.name, data: one.values, backgroundColor: color(one.color), stack: "acts", borderWidth: 0 })) },
        options: {
          ...options(series, links, "x"),
          scales: { x: { ...scale(true), stacked: true }, y: { ...y, stacked: true, min: -most, max: most, ticks: { ...y.ticks, stepSize: most / 4, callback: (value) => Math.abs(value) } } },
        },
      };
    },
    // Words and deeds toward each: two points on one line.
    gaps({ labels, links, series }) {
      const [words, deeds] = series;
      const spans = words.values.map((value, row) => (value === null || deeds.values[row] === null ? null : [value, deeds.values[row]]));
      const points = (one, style) => ({
        type: "line", label: one.name, data: one.values, borderColor: color(one.color), backgroundColor: color(one.color),
        showLine: false, pointStyle: style, pointRadius: 6, pointHoverRadius: 8,
      });
      return {
        type: "bar",
        data: { labels, datasets: [points(words, "circle"), points(deeds, "rect"), { label: "", data: spans, backgroundColor: clear("--faint"), barThickness: 5 }] },
        options: {
          ...options(series, links, "y"),
          scales: { x: plover(), y: { ...scale(true), ticks: { color: color("--ink"), autoSkip: false } } },
        },
      };
    },
  };

  function draw(figure) {
    const table = figure.querySelector("table");
    const data = read(table);
    if (data.labels.length === 0 || !data.series.some(({ values }) => values.some((value) => value !== null))) return;
    const plot = document.createElement("div");
    plot.className = "plot";
    if (figure.dataset.chart === "gaps") plot.style.height = `${Math.max(9, 4.5 + 2 * data.labels.length)}rem`;
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", `Chart: ${table.caption.textContent.trim()}. The table that follows has its figures.`);
    plot.append(canvas);
    figure.querySelector("figcaption").after(plot);
    const details = figure.querySelector("details");
    if (details) details.open = false;
    const make = () => new Chart(canvas, kinds[figure.dataset.chart](data));
    charts.push({ chart: make(), make });
  }

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 13;
  figures.forEach(draw);

  function redraw() {
    for (const one of charts) {
      one.chart.destroy();
      one.chart = one.make();
    }
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  window.addEventListener("beforeprint", () => {
    redraw();
    for (const details of document.querySelectorAll("figure details")) details.open = true;
  });
})();
