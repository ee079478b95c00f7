export function pagesFolder(root: string): string;
export function commandsFolder(root: string): string;
