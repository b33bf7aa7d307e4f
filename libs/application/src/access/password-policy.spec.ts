import { acceptablePassword } from './password-policy';

describe('a chosen password', () => {
  it.each(['correct horse battery', '九台区的二十个字的长密码一二三四五'])('"%s" will do', (password) => {
    expect(acceptablePassword(password, 'office').ok).toBe(true);
  });

  it.each(['short', 'aaaaaaaaaaaaaaaa', 'my-Office-password', '😀😀😀😀😀😀😀😀😀😀😀😀', 'x'.repeat(201)])(
    '"%.30s" will not',
    (password) => {
      expect(acceptablePassword(password, 'office')).toMatchObject({
        ok: false,
        refusal: { code: 'password.weak', pointer: '/newPassword' },
      });
    },
  );
});
