import { PlantReference } from '@zhuqi/seeds';
import { EXIT, type ExitCode } from '../exit-code';
import { withPorts } from '../open-database';

/** `zhuqi seed reference` */
export async function seedReference(): Promise<ExitCode> {
  await withPorts((ports) => ports.get(PlantReference).execute());
  console.log('基础数据已就绪：地区、单位、类别、层级、时限规则、工作日历与节假日。');
  return EXIT.done;
}
