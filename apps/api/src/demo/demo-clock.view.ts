/** 演示时间 */
export class DemoClockView {
  /** 拨动后的业务时间 */
  now: string;
}
