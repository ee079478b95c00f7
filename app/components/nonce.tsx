import { createContext } from 'react';

/** What the scripts inside a page have to show; a browser knows it from the answer, so that it is not told again. */
export const Nonce = createContext<string | undefined>(undefined);
