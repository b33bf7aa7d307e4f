/** The business day of an instant in China, which has one time zone. */
export const businessDay = (at: string): string => `(${at}::timestamptz at time zone 'Asia/Shanghai')::date`;

export const TODAY = businessDay('business_now()');
