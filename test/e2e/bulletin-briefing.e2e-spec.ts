import request from 'supertest';
import { DEMO_PASSWORD } from '../support/demo-database';
import { docxLines } from '../support/zip-entries';
import { done, expectRefusal, openLifecycle, type Lifecycle } from './lifecycle-stage';

const REGION = '220105';
const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('the briefing of a bulletin', () => {
  let stage: Lifecycle;
  let bulletin: {
    id: string;
    title: string;
    number: string;
    content: { from: string; to: string; asOf: number };
  };

  beforeAll(async () => {
    stage = await openLifecycle();
    bulletin = done(await stage.cast.office.post('/bulletins', { kind: 'monthly' }), 201).body;
  }, 120_000);

  afterAll(() => stage.close());

  const download = async (username: string) => {
    const http = request(stage.demo.app.getHttpServer());
    const signedIn = await http.post('/api/v1/sessions').send({ username, password: DEMO_PASSWORD });
    return http
      .get(`/api/v1/bulletins/${bulletin.id}/briefing.docx`)
      .set({ authorization: `Bearer ${signedIn.body.accessToken}` })
      .responseType('blob')
      .expect(200);
  };

  it('is a download with a Chinese name, the same bytes each time', async () => {
    const [first, again] = [await download('leader'), await download('auditor')];
    expect(first.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename="briefing.docx"; filename*=UTF-8''${encodeURIComponent(bulletin.title)}.docx`,
    );
    expect(first.headers['x-content-type-options']).toBe('nosniff');
    expect(Buffer.compare(first.body, again.body)).toBe(0);
  });

  it('prints the figures the statistics give for the same selection and moment', async () => {
    const lines = docxLines((await download('office')).body);
    const { from, to, asOf } = bulletin.content;
    const statistics = async (query: Record<string, string>) => {
      const asked = { regionCode: REGION, to, asOf: new Date(asOf).toISOString(), ...query };
      const path = `/statistics/resolution?${new URLSearchParams(asked).toString()}`;
      return done(await stage.cast.auditor.get(path)).body;
    };
    const { total } = await statistics({ from: `${to.slice(0, 4)}-01-01`, basis: 'cohort' });
    const headline = lines.find((line) => line.includes('累计收集企业诉求')) ?? '';
    expect(total.collected).toBeGreaterThan(0);
    expect(headline).toContain(`累计收集企业诉求${total.collected}件，解决${total.resolved}件`);
    expect(headline).toContain(`解决率${total.rate.display}（${total.resolved}/${total.collected}）`);
    const flow = await statistics({ from, basis: 'flow' });
    expect(lines.join('\n')).toContain(`新收集${flow.total.collected}件，解决${flow.total.resolved}件`);
    const townships = await statistics({
      ...{ from: `${to.slice(0, 4)}-01-01`, basis: 'cohort', groupBy: 'township', complaints: 'without' },
    });
    for (const { label, collected, resolved } of townships.rows) {
      expect(lines.join('\n')).toContain(`${label}\n${collected}\n${resolved}\n`);
    }
  });

  it('carries corrections made since', async () => {
    const text = '第二页街镇名称有误，应为东盛街道。';
    done(await stage.cast.office.post(`/bulletins/${bulletin.id}/notes`, { text }), 201);
    const lines = docxLines((await download('office')).body);
    expect(lines.filter((line) => line.endsWith(text))).toHaveLength(1);
  });

  it('is for those who read the whole region, and of a bulletin that exists', async () => {
    expectRefusal(
      await stage.cast.enterprise.get(`/bulletins/${bulletin.id}/briefing.docx`),
      403,
      'permission.denied',
    );
    expectRefusal(
      await stage.cast.office.get(`/bulletins/${UNKNOWN}/briefing.docx`),
      404,
      'bulletin.not_found',
    );
  });
});
