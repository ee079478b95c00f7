/** Why the server does not do what a request asks for, in words for people. */
export type Refusal = { readonly status: number; readonly words: string };
