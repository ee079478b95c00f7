import type { IsoDate } from '#app/domain/dates.ts';
import type { Currency } from '#app/domain/money.ts';
import { SCOPE_KEYS } from './figure-scope.tsx';
import { UrlForm } from './url-form.tsx';

/** The programme, date and currency that every figure on the page is about. */
export type FigureChoice = {
  readonly programme: string;
  readonly asOf: IsoDate;
  readonly currency: Currency;
};

export type FigureControlsProps = {
  readonly choice: FigureChoice;
  /** What applies where the URL says nothing: a link made today still means "today" tomorrow. */
  readonly defaults: FigureChoice;
  readonly programmes: readonly { readonly code: string; readonly title: string }[];
  readonly currencies: readonly Currency[];
};

export function FigureControls({ choice, defaults, programmes, currencies }: FigureControlsProps) {
  return (
    <UrlForm names={SCOPE_KEYS} defaults={defaults} label="Figures" className="figure-controls">
      <ProgrammeControl programmes={programmes} code={choice.programme} />
      <label>
        As of
        {/* A new answer from the server sets the field anew, also after Back. */}
        <input key={choice.asOf} type="date" name="asOf" required defaultValue={choice.asOf} />
      </label>
      <label>
        Reported in
        <select key={choice.currency} name="currency" defaultValue={choice.currency}>
          {currencies.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="without-scripts">
        Show
      </button>
    </UrlForm>
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
    <select key={code} name="programme" aria-label="Programme" defaultValue={code} className="programme-name">
      {programmes.map(({ code, title }) => (
        <option key={code} value={code}>
          {title}
        </option>
      ))}
    </select>
  );
}
