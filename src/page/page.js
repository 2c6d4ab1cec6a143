'use strict';
// The answers were worked out and drawn by the program: here they are only looked up. Each list of the pool holds numbers of other
// entries, an even one twice the place of a text, an odd one twice the place of a list and one more.

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

const texts = JSON.parse(one('#texts').textContent);
const lists = unpacked(atob(one('#lists').textContent));
const numbers = text => text ? text.split(',').map(Number) : [];
const languages = all('.language').map(button => button.value);
const panels = all('section.table');
const axes = new Map(panels.map(panel => [panel, all('fieldset', panel)]));
const cells = new Map(all('.chart').map(chart => [chart, placed(chart)]));

// The length of each list and then its numbers, seven bits a byte, the lowest first.
function unpacked(bytes) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes.charCodeAt(at++);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const found = [];
  while (at < bytes.length) found.push(Array.from({ length: number() }, number));
  return found;
}

// The facts of each cell of a chart: rows and columns go through the values of their axes, the last axis first.
function placed(chart) {
  const sizes = numbers(chart.dataset.sizes);
  const facts = all('tbody tr', chart).flatMap((row, down) => all('td', row).map((cell, right) => {
    const at = [];
    for (const [side, place] of [[chart.dataset.rows, down], [chart.dataset.columns, right]]) {
      numbers(side).reduceRight((left, axis) => {
        at[axis] = left % sizes[axis] + 1;
        return Math.floor(left / sizes[axis]);
      }, place);
    }
    return [cell, at];
  }));
  return new Map(facts);
}

const list = number => lists[number >> 1];

// What stands under a number, as HTML.
function html(number, language) {
  if (number & 1) return list(number).map(part => html(part, language)).join('');
  const text = texts[number >> 1];
  return typeof text === 'string' ? text : text[languages.indexOf(language)];
}

// The answer to facts: for each axis 0 if it is open, else the place of its value, from 1. A list for each axis says what follows.
function answer(panel, facts, strict) {
  const root = numbers(panel.dataset.roots)[strict ? 1 : 0];
  const leaf = numbers(panel.dataset.order).reduce((number, axis) => list(number)[facts[axis]], root);
  const [kind, why, verdict, rest, setup] = list(leaf);
  return { kind: texts[kind >> 1], why, verdict, rest, setup };
}

// --- the address says everything: which table, what is known, how strictly, in which language

function address() {
  const known = new URLSearchParams(location.hash.slice(1));
  const panel = panels.find(panel => panel.dataset.table === known.get('table')) || panels[0];
  const language = languages.includes(known.get('lang')) ? known.get('lang') : languages[0];
  const facts = axes.get(panel).map(axis => {
    const named = known.get(axis.dataset.axis);
    const at = all('input', axis).findIndex(input => named && input.value === named);
    return Math.max(at, 0);
  });
  return { panel, facts, language, strict: known.has('strict') };
}

function go(change) {
  const { panel, facts, language, strict } = { ...address(), ...change };
  const known = panel === panels[0] ? [] : [['table', panel.dataset.table]];
  axes.get(panel).forEach((axis, at) => {
    if (facts[at]) known.push([axis.dataset.axis, all('input', axis)[facts[at]].value]);
  });
  if (strict) known.push(['strict', '']);
  if (language !== languages[0]) known.push(['lang', language]);
  location.hash = new URLSearchParams(known).toString().replace(/=(?=&|$)/g, '');
}

// --- drawing

const plain = number => {
  const holder = document.createElement('div');
  holder.innerHTML = number;
  return holder.textContent;
};

function draw() {
  const { panel, facts, language, strict } = address();
  document.documentElement.lang = language;
  document.title = shown(one('h1'));
  document.body.classList.toggle('strict', strict);
  one('#strict').checked = strict;
  all('.language').forEach(button => button.setAttribute('aria-pressed', button.value === language));
  panels.forEach((other, at) => {
    const tab = one('#tab' + at);
    other.hidden = other !== panel;
    tab.setAttribute('aria-selected', other === panel);
    tab.tabIndex = other === panel ? 0 : -1;
  });
  const found = answer(panel, facts, strict);
  const box = one('.answer', panel);
  box.className = 'answer ' + found.kind;
  const verdict = html(found.verdict, language);
  if (one('.verdict', box).innerHTML !== verdict) one('.verdict', box).innerHTML = verdict;
  one('.rest', box).innerHTML = html(found.rest, language);
  // On a narrow screen the answer is below what is picked, so its first line stands at the edge of the screen until it is reached.
  one('.bar', panel).innerHTML = verdict;
  const setup = html(found.setup, language);
  one('.setup div', box).innerHTML = setup;
  one('.setup', box).hidden = !setup;
  one('.again', box).hidden = !facts.some(fact => fact);
  one('.again code', box).textContent = command(panel, facts, strict);
  one('.copied', box).hidden = true;
  axes.get(panel).forEach((axis, at) => all('input', axis).forEach((input, value) => {
    const then = answer(panel, facts.map((fact, other) => other === at ? value : fact), strict);
    input.checked = facts[at] === value;
    input.parentElement.className = (value ? then.kind : 'open') + (input.checked ? ' picked' : '');
    input.parentElement.title = value ? plain(html(then.why, language)) : '';
    if (input.checked && input.closest('details')) input.closest('details').open = true;
  }));
  drawChart(panel, facts, language, strict);
}

// The words and marks of the chart.
function drawChart(panel, facts, language, strict) {
  const chart = one('.chart', panel);
  const legend = one(strict ? '.legend.strictly' : '.legend:not(.strictly)', panel);
  const keys = new Map(all('input', legend).map(input => [input.value, { shown: input.checked, word: shown(one('.key', input.parentElement)) }]));
  const fits = (at, axis) => !facts[axis] || facts[axis] === at[axis];
  const down = numbers(chart.dataset.rows);
  const known = facts.some(fact => fact);
  cells.get(chart).forEach((at, cell) => {
    const { kind } = answer(panel, at, strict);
    const [row, column] = [true, false].map(wanted => at.every((_, axis) => down.includes(axis) !== wanted || fits(at, axis)));
    cell.className = kind;
    cell.textContent = keys.get(kind).word;
    cell.classList.toggle('off', !keys.get(kind).shown);
    cell.classList.toggle('along', known && row !== column);
    cell.classList.toggle('here', known && row && column);
    cell.setAttribute('aria-selected', known && row && column);
  });
  all('th[data-is]', chart).forEach(head => {
    const [axis, value] = numbers(head.dataset.is);
    head.classList.toggle('here', facts[axis] === value);
  });
}

// The text of an element in the language that is shown.
function shown(element) {
  const spoken = one(`:scope > [lang="${document.documentElement.lang}"]`, element);
  return (spoken || element).textContent;
}

function command(panel, facts, strict) {
  const known = axes.get(panel).map((axis, at) => facts[at] ? ` ${axis.dataset.axis}=${all('input', axis)[facts[at]].value}` : '');
  return (strict ? panel.dataset.commandStrictly : panel.dataset.command) + known.join('');
}

// For a ticket: what was asked, the answer, and the command that gives it again.
function copied() {
  const { panel, facts } = address();
  const known = axes.get(panel).map((axis, at) => facts[at] && `${shown(one('legend', axis))}: ${shown(all('label', axis)[facts[at]])}`);
  const parts = [shown(one('h2', panel)), known.filter(Boolean).join('\n'), one('.verdict', panel).innerText,
    one('.rest', panel).innerText, one('.again', panel).innerText];
  return parts.map(part => part.trim()).filter(Boolean).join('\n\n') + '\n';
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where a page from a file may not use the clipboard, a selection still can.
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = text;
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

// --- what can be done

function hint(panel, label) {
  one('.hint', panel).textContent = label && label.title ? `${label.textContent}: ${label.title}` : '';
}

function reason(panel, cell) {
  const { language, strict } = address();
  const found = cell && answer(panel, cells.get(one('.chart', panel)).get(cell), strict);
  const line = one('.reason', panel);
  line.innerHTML = found ? html(found.verdict, language) + html(found.why, language) : '';
}

panels.forEach(panel => {
  const form = one('form', panel);
  form.addEventListener('change', event => {
    const facts = axes.get(panel).map(axis => all('input', axis).findIndex(input => input.checked));
    go({ facts });
  });
  form.addEventListener('reset', event => { event.preventDefault(); go({ facts: axes.get(panel).map(() => 0) }); });
  form.addEventListener('submit', event => event.preventDefault());
  all('label', form).forEach(label => {
    label.addEventListener('mouseenter', () => hint(panel, label));
    label.addEventListener('focusin', () => hint(panel, label));
  });
  one('.copy', panel).addEventListener('click', async () => {
    await copy(copied());
    one('.copied', panel).hidden = false;
  });
  one('.print', panel).addEventListener('click', () => {
    document.body.classList.add('chart-only');
    window.print();
    document.body.classList.remove('chart-only');
  });
  all('.legend input', panel).forEach(input => input.addEventListener('change', draw));
  watch(panel, one('.chart', panel));
});

// A chart is one stop of the Tab key; the arrows move within it.
function watch(panel, chart) {
  const rows = all('tbody tr', chart).map(row => all('td', row));
  const stops = rows.flat();
  chart.setAttribute('role', 'grid');
  stops.forEach((cell, at) => {
    cell.tabIndex = at ? -1 : 0;
    cell.addEventListener('mouseenter', () => reason(panel, cell));
    cell.addEventListener('focus', () => reason(panel, cell));
    cell.addEventListener('click', () => ask(panel, cell));
  });
  chart.addEventListener('keydown', event => {
    const row = rows.findIndex(row => row.includes(event.target));
    if (row < 0) return;
    const column = rows[row].indexOf(event.target);
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (event.key === 'Enter' || event.key === ' ') {
      ask(panel, event.target);
    } else if (event.key === 'Home' || event.key === 'End') {
      stand(rows[row][event.key === 'Home' ? 0 : rows[row].length - 1]);
    } else if (steps[event.key]) {
      const [down, right] = steps[event.key];
      stand((rows[row + down] || rows[row])[column + right] || event.target);
    } else {
      return;
    }
    event.preventDefault();
  });
  const stand = cell => {
    stops.forEach(other => { other.tabIndex = other === cell ? 0 : -1; });
    cell.focus();
  };
}

function ask(panel, cell) {
  go({ facts: cells.get(one('.chart', panel)).get(cell) });
}

all('[role=tab]').forEach((tab, at, tabs) => {
  tab.addEventListener('click', () => go({ panel: panels[at], facts: axes.get(panels[at]).map(() => 0) }));
  tab.addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });
});
all('.language').forEach(button => button.addEventListener('click', () => go({ language: button.value })));
one('#strict').addEventListener('change', event => go({ strict: event.target.checked }));
one('.skip').addEventListener('click', event => { event.preventDefault(); one('#main').focus(); });
window.addEventListener('hashchange', draw);
window.addEventListener('beforeprint', () => all('.setup').forEach(setup => { setup.open = true; }));
document.documentElement.classList.add('js');
draw();
