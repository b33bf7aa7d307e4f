import { Injectable } from '@nestjs/common';
import { RealClock, RefusedForNow } from '@zhuqi/application';
import { ApiSettings } from './api-settings';

interface Bucket {
  left: number;
  at: number;
}

const MOST_REMEMBERED = 20_000;

/** Requests of one person: a bucket that holds a minute's worth and refills evenly. Per process, in memory. */
@Injectable()
export class RequestAllowance {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly settings: ApiSettings,
    private readonly clock: RealClock,
  ) {}

  take(personId: string): void {
    const perMinute = this.settings.requestsPerMinute;
    const now = this.clock.now();
    const bucket = this.buckets.get(personId) ?? this.begin(personId, { left: perMinute, at: now });
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) * perMinute) / 60_000);
    bucket.at = now;
    if (bucket.left < 1) {
      throw new RefusedForNow('request.too_many', `每分钟最多 ${perMinute} 次请求，请稍后再试`, 1);
    }
    bucket.left -= 1;
  }

  private begin(personId: string, bucket: Bucket): Bucket {
    const [oldest] = this.buckets.keys();
    if (this.buckets.size >= MOST_REMEMBERED && oldest !== undefined) this.buckets.delete(oldest);
    this.buckets.set(personId, bucket);
    return bucket;
  }
}
