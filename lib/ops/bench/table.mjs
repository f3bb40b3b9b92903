/** The result of the benchmark as a table: each figure, its floor, their ratio, and whether the aim is met. */
import { say } from "../console.mjs";
import { grouped } from "./statistics.mjs";

const WIDTHS = [46, 12, 12, 8, 18];
const HEAD = ["", "figure", "floor", "ratio", "aim"];

export function approvalRows({ medianMs, perSecond }) {
  return [
    "One contract approved by the service; floor: the same rows by hand-written SQL on pg",
    row("median, 1 connection", ms(medianMs.service), ms(medianMs.floor), {
      ratio: medianMs.service / medianMs.floor,
      most: 2.5,
    }),
    row("throughput, 4 connections", perS(perSecond.service), perS(perSecond.floor), {
      ratio: perSecond.service / perSecond.floor,
      least: 0.4,
    }),
  ];
}

export function differenceRows({ service, floor }) {
  return [
    "The difference of two versions with 200 lines; floor: one pass over the same cells by hand",
    row("median", ms(service), ms(floor), { ratio: service / floor, most: 5 }),
  ];
}

export function reservationRows({ service, floor }) {
  return [
    "Reserving and releasing for a contract of 200 lines; floor: the same rows by hand-written SQL on pg",
    row("median", ms(service), ms(floor), { ratio: service / floor, most: 3 }),
  ];
}

export function registerRows({ small, large }, size) {
  const sides = [
    [small, size.small],
    [large, size.large],
  ];
  const deep = ([{ views }, count]) =>
    against(`deep against first, ${grouped(count)}`, views.deep.page, views.first.page, 1.1);
  const growth = (name) =>
    against(
      `${name}: ${grouped(size.large)} against ${grouped(size.small)}`,
      large.views[name].page,
      small.views[name].page,
      1.2,
    );
  return [
    ...sides.flatMap(([side, count]) => sideRows(side, count)),
    "The register's pages against each other",
    ...sides.map(deep),
    ...Object.keys(large.views).map(growth),
  ];
}

const against = (label, time, other, most) =>
  row(label, ms(time), ms(other), { ratio: time / other, most });

function sideRows({ empty, views }, count) {
  const entries = Object.entries(views);
  return [
    `The register of ${grouped(count)} contracts as HTML; floor: the bare SELECT on pg`,
    ...entries.map(([name, { page, select, queries }]) =>
      row(`${name} page, ${queries} queries`, ms(page), ms(select), { ratio: page / select }),
    ),
    `The same; floor: a page of the application without a list`,
    ...entries.map(([name, { page }]) =>
      row(`${name} page`, ms(page), ms(empty), { ratio: page / empty }),
    ),
  ];
}

export function boardRows({ open, views }) {
  return [
    `The production board with ${grouped(open)} open tasks as HTML; floors: bare SELECT, page without a list`,
    ...Object.entries(views).flatMap(([name, { page, select, empty, queries }]) => [
      row(`${name}, ${queries} queries; floor: SELECT`, ms(page), ms(select), {
        ratio: page / select,
      }),
      row(`${name}; floor: page without a list`, ms(page), ms(empty), { ratio: page / empty }),
    ]),
  ];
}

export function timingRows({ register, hints: { texts, slip }, memory }) {
  const { empty } = register.large;
  return [
    "While typing and printing",
    ...texts.map(({ text, page, select }) =>
      row(`type-ahead "${text}"; floor: SELECT`, ms(page), ms(select), {
        ratio: page / select,
        figure: page,
        mostFigure: 120,
      }),
    ),
    row("outbound slip as PDF, warm; floor: SELECT", ms(slip.page), ms(slip.select), {
      ratio: slip.page / slip.select,
      figure: slip.page,
      mostFigure: 60,
    }),
    row("the same; floor: page without a list", ms(slip.page), ms(empty), {
      ratio: slip.page / empty,
    }),
    row("memory after the run; floor: before it", mb(memory.after), mb(memory.before), {
      ratio: memory.after / memory.before,
    }),
  ];
}

function row(label, figure, floor, { ratio, ...aim }) {
  return [label, figure, floor, ratio.toFixed(2), verdict(ratio, aim)];
}

function verdict(ratio, { most, least, figure, mostFigure }) {
  if (most !== undefined) return said(`<= ${most}`, ratio <= most);
  if (least !== undefined) return said(`>= ${least}`, ratio >= least);
  if (mostFigure !== undefined) return said(`< ${mostFigure} ms`, figure < mostFigure);
  return "";
}

const said = (aim, isMet) => `${aim} ${isMet ? "met" : "MISSED"}`;

/** Rows are arrays; a text alone is a heading. */
export function printTable(rows) {
  say(`\n${line(HEAD)}`);
  for (const one of rows) say(typeof one === "string" ? `\n${one}` : line(one));
}

function line([label, ...cells]) {
  const padded = cells.map((cell, index) => cell.padStart(WIDTHS[index + 1]));
  return `  ${label.padEnd(WIDTHS[0])}${padded.join("")}`;
}

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const perS = (value) => `${value.toFixed(0)} /s`;
const mb = (value) => `${value.toFixed(0)} MB`;
