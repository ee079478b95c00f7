/** Who makes a change, as the audit trail names them; names as they are at that moment. */
export type Actor =
  | { readonly kind: 'person'; readonly id: number; readonly name: string }
  | { readonly kind: 'token'; readonly id: number; readonly name: string }
  /** Somebody at the command line of the server. */
  | { readonly kind: 'command'; readonly name: string }
  /** What nobody asked for: seeds, for example. */
  | { readonly kind: 'product'; readonly name: 'Tributary' };

/** What the product does by itself. */
export const THE_PRODUCT: Actor = { kind: 'product', name: 'Tributary' };
