import { Form, useLocation, useNavigate, useSearchParams } from '@remix-run/react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';

const TYPING_PAUSE_MS = 250;

/**
 * A form whose fields live in the URL: sent as they change where scripts run, by its button where none do. What
 * else the URL says stays; a field that is empty or as it would be anyway is left out.
 */
export function UrlForm({
  names,
  defaults = {},
  label,
  className,
  children,
}: {
  names: readonly string[];
  defaults?: Readonly<Record<string, string>>;
  label: string;
  className: string;
  children: ReactNode;
}) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pause.current), []);
  const others = [...search].filter(([name]) => !names.includes(name));

  const apply = (form: HTMLFormElement, replace: boolean) => {
    clearTimeout(pause.current);
    const fields = new FormData(form);
    const next = new URLSearchParams(others);
    for (const name of names) {
      const value = String(fields.get(name) ?? '').trim();
      if (value && value !== defaults[name]) next.set(name, value);
    }
    navigate({ pathname, search: next.toString() }, { preventScrollReset: true, replace });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(event.currentTarget, false);
  };
  const change = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return apply(form, false);
    if (!field.validity.valid) return;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => apply(form, field.type === 'search'), TYPING_PAUSE_MS);
  };
  return (
    <Form
      method="get"
      action={pathname}
      className={className}
      aria-label={label}
      onSubmit={submit}
      onChange={change}
    >
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
