import { Form, useLocation, useNavigate, useSearchParams } from '@remix-run/react';
import type { FormEvent } from 'react';
import type { IsoDate } from '#app/domain/dates.ts';
import type { Currency } from '#app/domain/money.ts';
import { SCOPE_KEYS } from './figure-scope.tsx';

/** The programme, date and currency that every figure on the page is about. */
export type FigureChoice = {
  readonly programme: string;
  readonly asOf: IsoDate;
  readonly currency: Currency;
};

export type FigureControlsProps = {
  readonly choice: FigureChoice;
  /** What applies where the URL says nothing. */
  readonly defaults: FigureChoice;
  readonly programmes: readonly { readonly code: string; readonly title: string }[];
  readonly currencies: readonly Currency[];
};

export function FigureControls({ choice, defaults, programmes, currencies }: FigureControlsProps) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const others = [...search].filter(([key]) => !(SCOPE_KEYS as readonly string[]).includes(key));

  // What is as it would be anyway stays out of the URL: a link made today still means "today" tomorrow.
  const apply = (form: HTMLFormElement) => {
    const chosen = new FormData(form);
    const next = new URLSearchParams(others);
    for (const key of SCOPE_KEYS) {
      const value = String(chosen.get(key) ?? '');
      if (value && value !== defaults[key]) next.set(key, value);
    }
    navigate({ pathname, search: next.toString() }, { preventScrollReset: true });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(event.currentTarget);
  };
  const change = (event: FormEvent<HTMLFormElement>) => {
    const isHalfTyped = event.target instanceof HTMLInputElement && !event.target.validity.valid;
    if (!isHalfTyped) apply(event.currentTarget);
  };
  return (
    <Form
      // A new answer from the server sets the fields anew, also after Back.
      key={Object.values(choice).join()}
      method="get"
      action={pathname}
      className="figure-controls"
      aria-label="Figures"
      onSubmit={submit}
      onChange={change}
    >
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <ProgrammeControl programmes={programmes} code={choice.programme} />
      <label>
        As of
        <input type="date" name="asOf" required defaultValue={choice.asOf} />
      </label>
      <label>
        Reported in
        <select name="currency" defaultValue={choice.currency}>
          {currencies.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="without-scripts">
        Show
      </button>
    </Form>
  );
}

function ProgrammeControl({
  programmes,
  code,
}: {
  programmes: FigureControlsProps['programmes'];
  code: string;
}) {
  if (programmes.length < 2) return <span className="programme-name">{programmes[0]?.title}</span>;
  return (
    <label className="programme-name">
      <span className="visually-hidden">Programme</span>
      <select name="programme" defaultValue={code}>
        {programmes.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
