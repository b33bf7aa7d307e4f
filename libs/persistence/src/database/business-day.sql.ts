/** The business day of an instant in China, which has one time zone. */
export const businessDay = (at: string): string => `(${at}::timestamptz at time zone 'Asia/Shanghai')::date`;

export const TODAY = businessDay('business_now()');

/** The instant a day begins in China. */
export const midnight = (day: string): string => `(${day})::timestamp at time zone 'Asia/Shanghai'`;
