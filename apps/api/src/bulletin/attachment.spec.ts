import { attachment } from './attachment';

describe('the name of a download', () => {
  it('is the Chinese title, beside a plain one for clients that read no other', () => {
    expect(attachment('关于二道区2023年12月的通报', 'briefing', 'docx')).toBe(
      `attachment; filename="briefing.docx"; filename*=UTF-8''${encodeURIComponent('关于二道区2023年12月的通报.docx')}`,
    );
  });

  it('adds no header, no folder and no direction, whatever the title says', () => {
    const named = attachment('a"\r\nSet-Cookie: x=1\\..\\/b\u202e(it\'s)*\ud800', 'briefing', 'docx');
    expect(named).toBe(
      `attachment; filename="briefing.docx"; filename*=UTF-8''aSet-Cookie%20x%3D1..b%28it%27s%29.docx`,
    );
  });

  it('is the plain one when nothing is left of the title', () => {
    expect(attachment('///', 'briefing', 'docx')).toContain("UTF-8''briefing.docx");
  });

  it('is not longer than a file system takes', () => {
    const named = attachment('通'.repeat(500), 'briefing', 'docx');
    expect(named).toContain(`UTF-8''${'%E9%80%9A'.repeat(80)}.docx`);
  });
});
