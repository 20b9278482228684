import type { ASTNode } from '@marcbachmann/cel-js';

/** Calls that evaluate their argument once for each element of a list. */
const loops: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);
/** Two, on the longest roster (500 rows), are 250,000 evaluations: a quarter of a second. */
const mostLoops = 2;

/**
 * Why an expression might take more time than anybody waits, or undefined when it cannot: regular expressions can
 * run for days on a line of text, and each loop within a loop multiplies with the length of the roster.
 */
export const unboundedness = (expression: ASTNode): string | undefined => problemIn(expression, 0);

function problemIn(node: ASTNode, loopsAround: number): string | undefined {
  const name = node.op === 'rcall' || node.op === 'call' ? node.args[0] : undefined;
  if (name === 'matches') return 'regular expressions are not allowed';
  const around = loopsAround + (name !== undefined && loops.has(name) ? 1 : 0);
  if (around > mostLoops) return `more than ${mostLoops} loops within one another`;
  for (const child of nodesIn(node.args)) {
    const problem = problemIn(child, around);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function nodesIn(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn);
  return isNode(args) ? [args] : [];
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
