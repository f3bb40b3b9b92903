/**
 * Life cycles as data: one table per document, read by its use-cases, its buttons, the tests, the
 * printed permission matrix and the trigger that refuses other moves in the database.
 */

/** A guard's name is also the refusal code that the user is shown a sentence for. */
type Guards = Record<string, (facts: never, actor: never) => boolean>;

/** What the guards look at; `status` is where the document stands. */
type FactsOf<G extends Guards> = [G[keyof G]] extends [(facts: infer F, actor: never) => boolean]
  ? F & { status: string }
  : never;

type ActorOf<G extends Guards> = [G[keyof G]] extends [(facts: never, actor: infer A) => boolean]
  ? A
  : never;

type TransitionRow<Status extends string, GuardName extends string> = {
  from: readonly Status[];
  to: Status;
  permission: string; // "system" happens by itself and has no button
  guards: readonly GuardName[];
  clause?: string; // of the regulation: "1.1.4"
};

type AnyRow = TransitionRow<string, string>;
type Rows<G extends Guards> = Record<string, TransitionRow<FactsOf<G>["status"], keyof G & string>>;
type StatusOf<T> = {
  [C in keyof T]: T[C] extends AnyRow ? T[C]["from"][number] | T[C]["to"] : never;
}[keyof T];
type PermissionOf<T> = {
  [C in keyof T]: T[C] extends AnyRow ? Exclude<T[C]["permission"], "system"> : never;
}[keyof T];

/** Whether an actor holds a permission: the life cycle asks, lib/auth answers. */
type Can<Actor, Permission> = (actor: Actor, permission: Permission) => boolean;

/** What a command would do, or the first reason why it may not: status, permission, guards in order. */
export type TransitionPlan<From extends string, To extends string, GuardName extends string> =
  | { ok: true; from: From; to: To }
  | { ok: false; refusal: "wrong_status" | "forbidden" | GuardName };

/**
 * Makes a document's life cycle from its table. Guards are functions of (facts, actor) and share one
 * facts type with a `status`; rows name commands in snake_case.
 */
export function defineLifecycle<const G extends Guards, const T extends Rows<G>>(definition: {
  document: string;
  guards: G;
  transitions: T;
}) {
  type Command = keyof T & string;
  type Facts = FactsOf<G>;
  type GuardName = keyof G & string;
  const { document, guards, transitions } = definition;
  const commands = Object.keys(transitions) as Command[];

  /** Checks a command against status, permission and guards; a "system" row asks for no permission. */
  function plan<C extends Command, Actor extends ActorOf<G>>(
    command: C,
    facts: Facts,
    actor: Actor,
    can: Can<Actor, PermissionOf<T>>,
  ): TransitionPlan<T[C]["from"][number], T[C]["to"], GuardName> {
    const { from, to, permission, guards: names }: T[C] = transitions[command];
    if (!from.includes(facts.status)) return { ok: false, refusal: "wrong_status" };
    if (permission !== "system" && !can(actor, permission as PermissionOf<T>)) {
      return { ok: false, refusal: "forbidden" };
    }
    const failed = names.find((name) => !guards[name]?.(facts as never, actor as never));
    return failed ? { ok: false, refusal: failed } : { ok: true, from: facts.status, to };
  }

  /** The commands this actor may give now: the buttons. */
  function available<Actor extends ActorOf<G>>(
    facts: Facts,
    actor: Actor,
    can: Can<Actor, PermissionOf<T>>,
  ): Command[] {
    return commands.filter(
      (command) =>
        transitions[command]?.permission !== "system" && plan(command, facts, actor, can).ok,
    );
  }

  return {
    document,
    guards,
    transitions,
    commands,
    plan,
    available,
    /** Every [from, to] once, rows that stay put left out: the rows of the database's trigger table. */
    moves: () => movesOf<StatusOf<T>>(transitions),
    /** From an initial status: what can never be reached, and where nothing leads on. */
    reachability: (initial: StatusOf<T>, statuses: readonly StatusOf<T>[]) =>
      reachabilityOf(movesOf<StatusOf<T>>(transitions), initial, statuses),
  };
}

type Move<Status> = [from: Status, to: Status];

function movesOf<Status extends string>(rows: Record<string, AnyRow>): Move<Status>[] {
  const found = new Map<string, Move<Status>>();
  for (const { from, to } of Object.values(rows)) {
    for (const origin of from) {
      if (origin !== to) found.set(`${origin} ${to}`, [origin as Status, to as Status]);
    }
  }
  return [...found.values()];
}

function reachabilityOf<Status extends string>(
  moves: readonly Move<Status>[],
  initial: Status,
  statuses: readonly Status[],
) {
  const reached = new Set([initial]);
  for (const status of reached) {
    for (const [from, to] of moves) if (from === status) reached.add(to); // walked while it grows
  }
  const left = new Set(moves.map(([from]) => from));
  return {
    unreachable: statuses.filter((status) => !reached.has(status)),
    deadEnds: statuses.filter((status) => !left.has(status)),
  };
}
