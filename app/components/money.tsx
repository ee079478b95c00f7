import { type Currency, currencyExponent, formatAmount } from '#app/domain/money.ts';

/** Writes minor units with thousands separators and all decimals, exactly: `"1,234,567.80"`. */
export function moneyText(minor: bigint, currency: Currency): string {
  const exponent = currencyExponent(currency);
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  // A decimal string, not a number: nothing is rounded on the way to the page.
  const text = format.format(formatAmount(minor, currency) as Intl.StringNumericLiteral);
  return text.replace('-', '−');
}

/** An amount with quiet decimals; the currency is named where no heading or caption does. */
export function Money({
  minor,
  currency,
  named = false,
}: {
  minor: bigint;
  currency: Currency;
  named?: boolean;
}) {
  const text = moneyText(minor, currency);
  const point = text.lastIndexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  return (
    <span className={minor === 0n ? 'money is-zero' : 'money'}>
      {named && <span className="money-currency">{currency} </span>}
      {whole}
      {point >= 0 && <span className="money-decimals">{text.slice(point)}</span>}
    </span>
  );
}
