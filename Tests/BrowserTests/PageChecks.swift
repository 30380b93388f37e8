/// What is checked of every page, by scripts in it.
enum PageChecks {
  /// What is wrong with the page's structure: headings, landmarks, names, tables, ids.
  static let structure = """
    const faults = [];
    const all = (selector) => [...document.querySelectorAll(selector)];
    if (document.documentElement.lang !== "en") faults.push("the page has no language");
    if (all("h1").length !== 1) faults.push(`it has ${all("h1").length} h1`);
    for (const selector of ["header", "nav[aria-label]", "main#content", "footer", "a.skip[href='#content']"]) {
      if (all(selector).length < 1) faults.push(`${selector} is missing`);
    }
    let level = 1;
    for (const head of all("h1, h2, h3, h4")) {
      const own = Number(head.tagName[1]);
      if (own > level + 1) faults.push(`a heading skips a level: ${head.textContent.trim().slice(0, 60)}`);
      level = own;
    }
    const seen = new Set();
    for (const element of all("[id]")) {
      if (seen.has(element.id)) faults.push(`the id ${element.id} stands twice`);
      seen.add(element.id);
    }
    for (const name of ["aria-describedby", "aria-labelledby", "for", "list"]) {
      for (const element of all(`[${name}]`)) {
        for (const id of element.getAttribute(name).split(" ")) {
          if (!document.getElementById(id)) faults.push(`${name} names ${id}, which is not there`);
        }
      }
    }
    for (const link of all("a[href^='#']").filter((link) => !link.closest(".leaflet-control"))) {
      if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) faults.push(`${link.hash} leads nowhere`);
    }
    for (const table of all("table")) {
      if (!table.caption || !table.caption.textContent.trim()) faults.push("a table has no caption");
      for (const head of table.querySelectorAll("th")) if (!head.scope) faults.push("a head of a table has no scope");
    }
    for (const field of all("input, select, textarea")) if (field.labels.length === 0) faults.push(`${field.name} has no label`);
    for (const image of all("img, canvas")) {
      if (!image.getAttribute("alt") && !image.getAttribute("aria-label")) faults.push("an image has no name");
    }
    for (const element of all("[style]")) {
      if (!element.closest(".map, .plot, .card")) faults.push("an element has a style of its own");
    }
    for (const script of all("script")) {
      if (!(script.getAttribute("src") || "").startsWith("/assets/")) faults.push("a script is not the desk's");
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) {
      faults.push(`the page is wider than the window: ${document.documentElement.scrollWidth}`);
    }
    return [...new Set(faults)];
    """

  /// Texts whose contrast with what lies behind them is less than WCAG 2.2's AA asks: 4.5, or 3 where they are large.
  static let contrast = """
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const brush = canvas.getContext("2d", { willReadFrequently: true });
    const known = new Map();
    function parts(color) {
      if (!known.has(color)) {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = color;
        brush.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
        known.set(color, [r, g, b, a / 255]);
      }
      return known.get(color);
    }
    const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
    function behind(element) {
      const layers = [];
      for (let at = element; at; at = at.parentElement) {
        const color = parts(getComputedStyle(at).backgroundColor);
        if (color[3] > 0) layers.push(color);
        if (color[3] === 1) break;
      }
      return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
    }
    const light = (color) => color.slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const faults = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
      if (element.closest(".visually-hidden, option, datalist, script, .leaflet-disabled")) continue;
      const style = getComputedStyle(element);
      const under = behind(element);
      const [a, b] = [light(over(parts(style.color), under)), light(under)].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) {
        faults.add(`${ratio.toFixed(2)}: ${element.tagName} ${element.className} "${walker.currentNode.data.trim().slice(0, 40)}"`);
      }
    }
    return [...faults];
    """

  /// Selectors of all that can be reached, one for each element, at most so many.
  static let reachable = """
    const path = (element) => {
      if (element === document.body) return "body";
      const place = [...element.parentElement.children].indexOf(element) + 1;
      return `${path(element.parentElement)} > :nth-child(${place})`;
    };
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0'], canvas, nav")]
      .filter((element) => element.checkVisibility()).slice(0, 60).map(path);
    """
}
