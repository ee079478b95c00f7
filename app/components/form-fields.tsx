import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef } from 'react';
import type { FormProblems, FormRefusal } from '#app/forms/form-reading.ts';

/** What goes back to a form that was refused; nothing for one that is new. */
export type Refused = FormRefusal | null | undefined;

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly refused?: Refused;
};

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'children' | 'value'>;

/** A field of one line, with what is wrong with it below. */
export function TextField({ name, label, hint, refused, defaultValue, ...input }: TextFieldProps) {
  const id = useId();
  const problem = refused?.problems[name];
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        {...input}
        id={id}
        name={name}
        defaultValue={refused?.typed[name] ?? defaultValue}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy(id, hint, problem)}
      />
    </Field>
  );
}

/** A field with few choices, each with a line that says what it means. */
export function ChoiceField({
  name,
  label,
  choices,
  refused,
  defaultValue,
}: FieldProps & {
  readonly choices: readonly { readonly value: string; readonly name: string; readonly hint: string }[];
  readonly defaultValue?: string | undefined;
}) {
  const id = useId();
  const problem = refused?.problems[name];
  const chosen = refused?.typed[name] ?? defaultValue;
  return (
    <fieldset className="form-choices" aria-describedby={problem && `${id}-problem`}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === chosen}
            aria-invalid={problem !== undefined || undefined}
          />
          <span>
            {choice.name} <small>{choice.hint}</small>
          </span>
        </label>
      ))}
      {problem && (
        <p className="form-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function Field({
  id,
  label,
  hint,
  problem,
  children,
}: {
  id: string;
  label: string;
  hint: ReactNode;
  problem: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="form-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, hint: ReactNode, problem: string | undefined): string | undefined {
  const ids = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** What is wrong with a form as a whole; the first field that is wrong gets the keyboard. */
export function FormAnswer({ problems }: { problems: FormProblems | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!problems) return;
    const form = place.current?.closest('form');
    (form?.querySelector<HTMLElement>('[aria-invalid]') ?? place.current?.querySelector('p'))?.focus();
  }, [problems]);
  return (
    <div ref={place} className="form-answer" role="alert">
      {problems?.form && (
        <p className="notice is-alarm" tabIndex={-1}>
          {problems.form}
        </p>
      )}
    </div>
  );
}
