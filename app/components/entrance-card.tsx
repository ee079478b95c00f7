import type { ReactNode } from 'react';

/** The only thing on a page for people who are not signed in yet. */
export function EntranceCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="entrance" aria-labelledby="entrance-title">
      <h1 id="entrance-title">{title}</h1>
      {children}
    </section>
  );
}
