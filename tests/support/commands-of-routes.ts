import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';
import { type RouteName, routes } from '../../shared/api/routes.ts';

/** What of a JSON schema tells which commands a body may carry. */
const BodySchema = z.object({
  properties: z.object({ command: z.object({ oneOf: z.array(z.unknown()) }) }),
});
const NamedSchema = z.object({ properties: z.object({ type: z.object({ const: z.string() }) }) });

const commandsOf = ({ body }: Route): readonly string[] => {
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const parsed = BodySchema.safeParse(schema);
  return parsed.success
    ? parsed.data.properties.command.oneOf.map((one) => NamedSchema.parse(one).properties.type.const)
    : [];
};

/** The way to say which request changes something: its route, and the command it carries if it carries one. */
const requestName = (route: string, command?: string): string =>
  command === undefined ? route : `${route} ${command}`;

/** Every request of the API that may change something, derived from the routes themselves. */
export const changingRequests: readonly string[] = Object.entries(routes).flatMap(([name, route]) => {
  if (route.method === 'GET') return [];
  const commands = commandsOf(route);
  return commands.length === 0 ? [requestName(name)] : commands.map((command) => requestName(name, command));
});

const CarriedSchema = z.object({ body: z.object({ command: z.object({ type: z.string() }) }) });

/** The name of a request as it was sent. */
export function nameOfSent(route: RouteName, input: unknown): string {
  const carried = CarriedSchema.safeParse(input);
  return requestName(route, carried.success ? carried.data.body.command.type : undefined);
}
