import type { SingleSignOnRefusal } from '#app/domain/single-sign-on.ts';
import { EntranceCard } from './entrance-card.tsx';

type Props = {
  readonly refusal: SingleSignOnRefusal;
  readonly providerName: string;
  readonly requestId: string;
  /** The page that somebody wanted to go to. */
  readonly next: string;
};

/** Why a single sign-on let nobody in, and what to do about it. */
export function SingleSignOnRefused({ refusal, providerName, requestId, next }: Props) {
  return (
    <EntranceCard title="You are not signed in">
      <p>{WORDS[refusal](providerName)}</p>
      <p>
        <a href={`/sign-in?${new URLSearchParams({ next })}`}>Back to the sign-in page</a>
        {FOR_OPERATORS.includes(refusal) && (
          <>
            {' '}
            or tell whoever runs this server that it was request <code>{requestId}</code>
          </>
        )}
        .
      </p>
    </EntranceCard>
  );
}

/** What the log knows more about. */
const FOR_OPERATORS: readonly SingleSignOnRefusal[] = [
  'not ours',
  'provider refuses',
  'provider does not answer',
];

const WORDS: Readonly<Record<SingleSignOnRefusal, (providerName: string) => string>> = {
  over: () =>
    'This sign-in took too long, was used already, or was started in another browser. Start it again here.',
  'not ours': (name) =>
    `The answer of ${name} does not belong to the sign-in that was started here. Try again.`,
  cancelled: (name) => `The sign-in with ${name} was cancelled. Nothing was changed.`,
  'provider refuses': (name) =>
    `The settings of ${name} and those of Tributary do not fit together, so nobody can sign in that way.`,
  'provider does not answer': (name) =>
    `There is no proper answer from ${name}. Try again in a while, or sign in with your password if you have one.`,
  'no e-mail address': (name) =>
    `The answer of ${name} has no e-mail address of yours, and people are found here by that. Ask an administrator.`,
  'e-mail address not verified': (name) =>
    `Nothing from ${name} says that your e-mail address was verified to be yours. Have it verified there, then sign in again.`,
  'not known here': (name) =>
    `You are known to ${name}, but you are not one of the people here. Ask an administrator to invite the e-mail address that you have there.`,
  disabled: () => 'Your account here is disabled. Ask an administrator if it should not be.',
  'somebody else': (name) =>
    `The person with your e-mail address has signed in here before, as another account of ${name}. Ask an administrator.`,
};
