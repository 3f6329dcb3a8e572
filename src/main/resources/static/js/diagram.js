// Draws the parts of a journey that run now, with what is here and what is done marked as the page says. A drawing is asked for when
// somebody comes to see it. Without this script the page has the same as a list.
const STEP = 1.25;
const SMALLEST = 0.2;
const LARGEST = 4;
const READABLE = 0.75;
const AROUND = 40;
const LOWEST = 220;
const HIGHEST = 450;
const BAR = 20;
let library;

function loaded(tag) {
  return new Promise((done, failed) => {
    tag.onload = done;
    tag.onerror = failed;
    document.head.append(tag);
  });
}

function styles(address) {
  return loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }));
}

function load(folder) {
  library ??= Promise.all([
    styles(folder + 'diagram-js.css'),
    styles(folder + 'bpmn-js.css'),
    loaded(Object.assign(document.createElement('script'), { src: folder + 'bpmn-viewer.production.min.js' })),
  ]);
  return library;
}

/** What is drawn in a plane, with room around it. */
function extent(root) {
  const points = root.children.flatMap(one => [one, ...(one.labels ?? [])]).flatMap(one => one.waypoints
    ?? [{ x: one.x, y: one.y }, { x: one.x + one.width, y: one.y + one.height }]);
  const x = Math.min(...points.map(point => point.x)) - AROUND;
  const y = Math.min(...points.map(point => point.y)) - AROUND;
  return {
    x,
    y,
    width: Math.max(...points.map(point => point.x)) + AROUND - x,
    height: Math.max(...points.map(point => point.y)) + AROUND - y,
  };
}

/** A drawing is as large as it is and its frame scrolls, so keys, fingers and wheels do what they do everywhere. */
class Drawing {
  constructor(figure, viewer) {
    this.figure = figure;
    this.canvas = viewer.get('canvas');
    this.registry = viewer.get('elementRegistry');
    this.overlays = viewer.get('overlays');
    this.frame = this.canvas.getContainer();
    this.svg = this.frame.querySelector(':scope > svg');
    this.scale = 1;
    this.here = [];
    viewer.get('eventBus').on('root.set', () => this.show());
  }

  mark() {
    for (const mark of this.figure.querySelectorAll('[data-element]')) {
      const element = this.registry.get(mark.dataset.element);
      if (!element) {
        continue;
      }
      this.canvas.addMarker(element, `sj-mark--${mark.dataset.state}`);
      if (mark.dataset.state !== 'done') {
        this.here.push(element);
      }
      const badge = document.createElement('span');
      badge.className = `sj-badge sj-badge--${mark.dataset.state}`;
      badge.textContent = mark.textContent;
      this.overlays.add(element, { position: { top: -14, left: -8 }, html: badge, scale: { min: 0.8, max: 1.1 } });
    }
  }

  /** The list says the same in words, so the shapes are kept from those who listen. */
  describe() {
    this.frame.tabIndex = 0;
    this.frame.setAttribute('role', 'region');
    this.frame.setAttribute('aria-label', this.figure.querySelector('[data-canvas]').dataset.label);
    this.svg.removeAttribute('tabindex');
    this.svg.setAttribute('aria-hidden', 'true');
    for (const overlay of this.frame.querySelectorAll('.djs-overlay-container')) {
      overlay.setAttribute('aria-hidden', 'true');
      overlay.querySelectorAll('button').forEach(button => (button.tabIndex = -1));
    }
  }

  /** The innermost place at which something is. */
  firstPlane() {
    const step = this.here.find(element => !this.registry.get(`${element.id}_plane`)) ?? this.here[0];
    return step ? this.canvas.findRoot(step) : this.canvas.getRootElement();
  }

  offerPlanes() {
    const planes = this.canvas.getRootElements().filter(root => root.children.length > 0);
    const choice = this.figure.querySelector('[data-planes]');
    for (const plane of planes) {
      choice.append(new Option(plane.businessObject.name || this.figure.dataset.name, plane.id));
    }
    choice.onchange = () => this.canvas.setRootElement(this.registry.get(choice.value));
    this.figure.querySelector('[data-choice]').hidden = planes.length < 2;
  }

  show() {
    const root = this.canvas.getRootElement();
    if (!root.children.length) {
      return;
    }
    this.figure.querySelector('[data-planes]').value = root.id;
    this.extent = extent(root);
    const scale = Math.min(1, Math.max(READABLE, this.wide()));
    const height = Math.max(LOWEST, Math.min(HIGHEST, this.extent.height * scale + BAR));
    this.figure.querySelector('[data-canvas]').style.height = `${height}px`;
    this.zoom(scale);
    this.toHere();
  }

  /** The scale at which the whole width is seen. */
  wide() {
    return this.frame.clientWidth / this.extent.width;
  }

  zoom(scale) {
    this.scale = Math.min(LARGEST, Math.max(SMALLEST, scale));
    const { x, y, width, height } = this.extent;
    this.svg.style.setProperty('width', `${width * this.scale}px`, 'important');
    this.svg.style.setProperty('height', `${height * this.scale}px`, 'important');
    const { clientWidth, clientHeight } = this.frame;
    this.canvas.viewbox({ x, y, width: clientWidth / this.scale, height: clientHeight / this.scale });
  }

  toHere() {
    const root = this.canvas.getRootElement();
    const there = this.here.find(element => this.canvas.findRoot(element) === root);
    const { clientWidth, clientHeight } = this.frame;
    this.frame.scrollTo(
      there ? (there.x + there.width / 2 - this.extent.x) * this.scale - clientWidth / 2 : 0,
      there ? (there.y + there.height / 2 - this.extent.y) * this.scale - clientHeight / 2 : 0,
    );
  }

  listen() {
    const deeds = {
      larger: () => this.zoom(this.scale * STEP),
      smaller: () => this.zoom(this.scale / STEP),
      whole: () => this.zoom(this.wide()),
      here: () => (this.canvas.getRootElement() === this.firstPlane()
        ? this.toHere()
        : this.canvas.setRootElement(this.firstPlane())),
    };
    for (const button of this.figure.querySelectorAll('[data-do]')) {
      button.onclick = () => deeds[button.dataset.do]();
    }
    let width = this.frame.clientWidth;
    new ResizeObserver(() => {
      // Without a width, as in a part of the page that is closed, nothing can be drawn.
      if (this.frame.clientWidth && width !== this.frame.clientWidth) {
        width = this.frame.clientWidth;
        this.zoom(this.scale);
      }
    }).observe(this.frame);
  }
}

async function draw(figure) {
  const status = figure.querySelector('[data-status]');
  try {
    const [answer] = await Promise.all([fetch(figure.dataset.drawing), load(figure.dataset.library)]);
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    const viewer = new window.BpmnJS({ container: figure.querySelector('[data-canvas]') });
    await viewer.importXML(await answer.text());
    figure.querySelector('[data-tools]').hidden = false;
    const drawing = new Drawing(figure, viewer);
    drawing.mark();
    drawing.offerPlanes();
    const first = drawing.firstPlane();
    if (first === drawing.canvas.getRootElement()) {
      drawing.show();
    } else {
      drawing.canvas.setRootElement(first);
    }
    drawing.describe();
    drawing.listen();
    status.textContent = '';
    figure.dataset.drawn = '';
  } catch {
    status.textContent = figure.querySelector('[data-failed]').textContent;
    figure.querySelector('[data-canvas]').hidden = true;
  }
}

const seen = new IntersectionObserver(entries => {
  for (const entry of entries.filter(one => one.isIntersecting)) {
    seen.unobserve(entry.target);
    draw(entry.target);
  }
}, { rootMargin: '200px' });
for (const figure of document.querySelectorAll('.sj-diagram')) {
  figure.hidden = false;
  seen.observe(figure);
}
