/** What no file system takes in a name. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu;
const LONGEST = 80;
/** Marks `encodeURIComponent` leaves, and RFC 5987 does not. */
const UNRESERVED = /['()*!]/gu;

const percent = (mark: string): string =>
  `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** `Content-Disposition` of a download with a Chinese name (RFC 6266, RFC 5987) beside one every client reads. */
export function attachment(title: string, plainName: string, extension: string): string {
  const name = [...title.replace(UNFIT, '')].slice(0, LONGEST).join('').trim();
  const encoded = encodeURIComponent(`${name === '' ? plainName : name}.${extension}`);
  return `attachment; filename="${plainName}.${extension}"; filename*=UTF-8''${encoded.replace(UNRESERVED, percent)}`;
}
