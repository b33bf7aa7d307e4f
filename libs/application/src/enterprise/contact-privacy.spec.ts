import { maskedPhone } from './contact-privacy';

describe('a masked telephone number', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['0431-84641234', '****'],
    ['84641234', '****'],
    ['', '****'],
  ])('shows %p as %p', (phone, masked) => {
    expect(maskedPhone(phone)).toBe(masked);
  });
});
