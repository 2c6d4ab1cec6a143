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
const names = new Map([...axes.values()].flat().map(axis => [axis, new Map(axis.dataset.names.split(';').map(pair => pair.split('=')))]));
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
  const wrong = [];
  const named = known.get('table');
  let panel = panels.find(panel => same(panel.dataset.table, named));
  if (named && !panel) wrong.push(['unknown-table', { table: named }]);
  panel = panel || panels[0];
  const facts = axes.get(panel).map(() => 0);
  for (const axis of wrong.length ? [] : new Set(known.keys())) {
    const at = axes.get(panel).findIndex(own => same(own.dataset.axis, axis));
    const written = known.getAll(axis).filter(Boolean);
    if (['table', 'strict', 'lang'].includes(axis)) continue;
    if (at < 0) wrong.push(['fact-unknown-axis', { table: panel.dataset.table, axis }]);
    else if (written.length > 1) wrong.push(['fact-repeated-axis', { axis }]);
    else if (written.length) facts[at] = picked(axes.get(panel)[at], written[0], wrong);
  }
  return { panel, facts, wrong, strict: known.has('strict'), language: languages.find(own => same(own, known.get('lang'))) };
}

const same = (own, written) => written !== null && own.toLowerCase() === written.toLowerCase();

// Which of the picks of an axis is named in the address, by names that the program knows; 0, and what is wrong, if none is.
function picked(axis, written, wrong) {
  const values = new Set();
  for (const name of written.split(',').map(name => name.trim())) {
    const meant = names.get(axis).get(name.toLowerCase());
    if (!meant) {
      wrong.push(['page-unknown-value', { axis: axis.dataset.axis, value: name }]);
      return 0;
    }
    numbers(meant).forEach(value => values.add(value));
  }
  const picks = all('input', axis);
  const at = picks.findIndex((_, pick) => pick && covers(axis, pick).length === values.size && covers(axis, pick).every(value => values.has(value)));
  if (at > 0) return at;
  const several = [...values].map(value => shown(picks[value].parentElement));
  wrong.push(['page-several', { name: written, values: several.join(', ') }]);
  return 0;
}

// The values that a pick stands for: itself, unless it is several.
function covers(axis, pick) {
  return numbers(all('input', axis)[pick].dataset.of || String(pick));
}

function addressOf({ panel, facts, strict, language }) {
  const known = panel === panels[0] ? [] : [['table', panel.dataset.table]];
  axes.get(panel).forEach((axis, at) => {
    if (facts[at]) known.push([axis.dataset.axis, all('input', axis)[facts[at]].value]);
  });
  if (strict) known.push(['strict', '']);
  if (language) known.push(['lang', language]);
  return new URLSearchParams(known).toString().replace(/=(?=&|$)/g, '');
}

function go(change) {
  location.hash = addressOf({ ...address(), ...change });
}

// The language of the address, else the one that was chosen last, else the first of the browser's that the page has.
function spoken() {
  let kept = null;
  try { kept = localStorage.getItem('language'); } catch { /* Some browsers keep nothing for a page from a file. */ }
  const wanted = [address().language, kept, ...navigator.languages].filter(Boolean);
  const had = wanted.map(tag => languages.find(own => same(own, tag) || same(own, tag.split('-')[0])));
  return had.find(Boolean) || languages[0];
}

// --- drawing

function drawn(html) {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder;
}

let corrected = null;

function draw() {
  const known = address();
  const { panel, facts, strict } = known;
  const language = spoken();
  document.documentElement.lang = language;
  const right = addressOf(known);
  if (location.hash.slice(1) !== right && corrected !== right) {
    corrected = right;
    leftOut(known.wrong);
    location.replace('#' + right);
  } else if (location.hash.slice(1) !== corrected) {
    leftOut([]);
    corrected = null;
  }
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
  const line = drawn(html(found.verdict, language));
  if (strict) line.firstChild.append(` · ${shown(one('#strict').parentElement)}`);
  const verdict = line.innerHTML;
  if (one('.verdict', box).innerHTML !== verdict) one('.verdict', box).innerHTML = verdict;
  one('.facts', box).innerText = factsOf(panel, facts);
  one('.rest', box).innerHTML = html(found.rest, language);
  // On a narrow screen the answer is below what is picked, so its first line stands at the edge of the screen until it is reached.
  one('.bar', panel).innerHTML = verdict;
  const setup = html(found.setup, language);
  one('.setup div', box).innerHTML = setup;
  one('.setup', box).hidden = !setup;
  const asked = facts.some(fact => fact);
  all('.again', box).forEach(line => { line.hidden = !asked; });
  document.body.classList.toggle('asked', asked);
  one('.again a', box).href = '#' + right;
  one('.again a', box).textContent = one('.again a', box).href;
  one('.again code', box).textContent = command(panel, facts, strict);
  const cited = all('.dim', box).flatMap(told => told.textContent.split(/[, ]+/));
  all('footer dt').forEach(source => source.classList.toggle('cited', cited.includes(source.textContent)));
  one('.copied', box).hidden = true;
  axes.get(panel).forEach((axis, at) => all('input', axis).forEach((input, value) => {
    const then = answer(panel, facts.map((fact, other) => other === at ? value : fact), strict);
    input.checked = facts[at] === value;
    input.parentElement.className = (value ? then.kind : 'open') + (input.checked ? ' picked' : '');
    input.parentElement.title = value ? drawn(html(then.why, language)).textContent : '';
    if (input.checked && input.closest('details')) input.closest('details').open = true;
  }));
  drawChart(panel, facts, language, strict);
}

// The words and marks of the chart.
function drawChart(panel, facts, language, strict) {
  const chart = one('.chart', panel);
  const legend = one(strict ? '.legend.strictly' : '.legend:not(.strictly)', panel);
  const keys = new Map(all('input', legend).map(input => [input.value, { shown: input.checked, word: shown(one('.key', input.parentElement)) }]));
  const fits = (at, axis) => !facts[axis] || covers(axes.get(panel)[axis], facts[axis]).includes(at[axis]);
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
    head.classList.toggle('here', facts[axis] > 0 && covers(axes.get(panel)[axis], facts[axis]).includes(value));
  });
  const here = one('td.here', chart);
  if (!here) return;
  // Sideways only, so that nobody is taken away from what is picked, and to the middle of what the heads of the rows leave.
  const box = chart.parentElement;
  box.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - (box.clientWidth + one('tbody td', chart).offsetLeft) / 2;
}

// What was left out of the address, and why.
function leftOut(wrong) {
  const told = wrong.map(([id, names]) => shown(one('#' + id)).replace(/\{(\w+)\}/g, (_, name) => names[name].slice(0, 300)));
  one('#left-out').textContent = told.length ? `${shown(one('#page-left-out'))} ${told.join('; ')}` : '';
  one('#left-out').hidden = !told.length;
}

// The part of an element that is in the language that is shown.
const told = element => one(`:scope > [lang="${document.documentElement.lang}"]`, element) || element;
const shown = element => told(element).textContent;

function command(panel, facts, strict) {
  const known = axes.get(panel).map((axis, at) => facts[at] ? ` ${axis.dataset.axis}=${all('input', axis)[facts[at]].value}` : '');
  return (strict ? panel.dataset.commandStrictly : panel.dataset.command) + known.join('');
}

// What is known, a line each.
function factsOf(panel, facts) {
  const known = axes.get(panel).map((axis, at) => facts[at] && `${shown(one('legend', axis))}: ${shown(all('input', axis)[facts[at]].parentElement)}`);
  return known.filter(Boolean).join('\n');
}

// For a ticket: what was asked, the answer, and where it is found again.
function copied() {
  const { panel, facts } = address();
  const again = all('.again', panel).filter(line => !line.hidden).map(line => `${shown(line)}: ${one('a, code', line).textContent}`);
  const parts = [shown(one('h2', panel)), factsOf(panel, facts), text(one('.verdict', panel)), text(one('.rest', panel)), again.join('\n')];
  return parts.map(part => part.trim()).filter(Boolean).join('\n\n') + '\n';
}

// Blocks as text: what is a heading, a step, or what stands below one.
function text(box) {
  return [...box.children].map(block => {
    if (block.matches('h3')) return '\n' + block.textContent;
    if (!block.matches('ol, ul')) return block.innerText;
    return [...block.children].map((item, at) => {
      const mark = item.matches('.sign') ? '' : block.matches('ol') ? `${at + 1}. ` : '• ';
      const below = [...item.children].filter(part => part.matches('p, pre'));
      const line = [...item.childNodes].filter(part => !below.includes(part)).map(part => part.textContent).join('');
      return [`  ${mark}${line}`, ...below.map(part => `     ${part.textContent}`)].join('\n');
    }).join('\n');
  }).join('\n');
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
  const { strict } = address();
  const language = spoken();
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
all('.language').forEach(button => button.addEventListener('click', () => {
  try { localStorage.setItem('language', button.value); } catch { /* Then the address alone keeps it. */ }
  go({ language: button.value });
}));
one('#strict').addEventListener('change', event => go({ strict: event.target.checked }));
one('.skip').addEventListener('click', event => { event.preventDefault(); one('#main').focus(); });
window.addEventListener('hashchange', draw);
window.addEventListener('beforeprint', () => all('.setup').forEach(setup => { setup.open = true; }));
document.documentElement.classList.add('js');
draw();
