import { decimalPlaces, isDecimal } from './rational.ts';

/** An ISO 4217 code such as `USD`. */
export type Currency = string;

/** The largest single amount a portfolio holds, in minor units: sums of it stay exact in both databases. */
export const LARGEST_AMOUNT_MINOR = 10n ** 15n;

const EXPONENT_0 = 'BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const EXPONENT_3 = 'BHD IQD JOD KWD LYD OMR TND';
const EXPONENT_4 = 'CLF UYW';
const EXPONENT_2 =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF ' +
  'CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ ' +
  'GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL LVL MAD MDL ' +
  'MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN ' +
  'QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TOP TRY ' +
  'TTD TWD TZS UAH USD USN UYU UZS VED VEF VES WST XCD XCG YER ZAR ZMK ZMW ZWG ZWL';

const EXPONENTS: ReadonlyMap<Currency, number> = new Map(
  [EXPONENT_0, '', EXPONENT_2, EXPONENT_3, EXPONENT_4].flatMap((codes, position) =>
    codes
      .split(' ')
      .filter(Boolean)
      .map((code) => [code, [0, 1, 2, 3, 4][position] as number] as const),
  ),
);

/** True for an ISO 4217 code, of today or of a programme's past (from 2012 on: LVL, HRK, ZMK). */
export function isCurrency(code: string): boolean {
  return EXPONENTS.has(code);
}

/**
 * Digits after the point of a currency: USD 2, JPY 0, KWD 3.
 *
 * @throws {RangeError} for a code that ISO 4217 does not have.
 */
export function currencyExponent(currency: Currency): number {
  const exponent = EXPONENTS.get(currency);
  if (exponent === undefined) throw new RangeError(`"${currency}" is not an ISO 4217 currency code`);
  return exponent;
}

/**
 * Reads a decimal string in major units, `"1234.50"`, as minor units of its currency.
 *
 * @throws {RangeError} when it is not a plain decimal, has more decimals than the currency, or is larger than
 *   {@link LARGEST_AMOUNT_MINOR}; the message can be shown to people.
 */
export function parseAmount(text: string, currency: Currency): bigint {
  const exponent = currencyExponent(currency);
  if (text.startsWith('-')) throw new RangeError('an amount cannot be negative');
  if (!isDecimal(text)) {
    throw new RangeError(`"${text.slice(0, 40)}" is not a plain decimal amount such as "1234.50"`);
  }
  const places = decimalPlaces(text);
  if (places > exponent) {
    throw new RangeError(`${currency} has ${exponent} decimals, not ${places}`);
  }
  if (text.length > 24) throw new RangeError('the amount is too large');
  const minor = BigInt(text.replace('.', '')) * 10n ** BigInt(exponent - places);
  if (minor > LARGEST_AMOUNT_MINOR) {
    throw new RangeError(`the amount is above ${formatAmount(LARGEST_AMOUNT_MINOR, currency)} ${currency}`);
  }
  return minor;
}

/** Writes minor units as a decimal string in major units with all of the currency's decimals: `"1234.50"`. */
export function formatAmount(minor: bigint, currency: Currency): string {
  const exponent = currencyExponent(currency);
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  if (exponent === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** An amount for people: `"12,500.50 USD"`. */
export function amountWords(minor: bigint, currency: Currency): string {
  const [whole = '', fraction] = formatAmount(minor, currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`} ${currency}`;
}
