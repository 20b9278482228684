/// <reference types="vite/client" />

declare module 'virtual:route-table' {
  import type { RouteTable } from '../shared/api/client.ts';

  export const routeTable: RouteTable;
}
