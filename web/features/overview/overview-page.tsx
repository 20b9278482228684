import './overview.css';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { PlotFills } from '../../components/plots/fills.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { CasesPlots } from './cases-plots.tsx';
import { FundsPlot } from './funds-plot.tsx';
import { JobsPlot } from './jobs-plot.tsx';
import { KeyFigures } from './key-figures.tsx';
import { useFundsOf, useJobs, useOpenCases, useTimes } from './queries.ts';
import { ScopeBar } from './scope-bar.tsx';
import { TimePlots } from './time-plots.tsx';
import { useScope } from './use-scope.ts';
import { words } from './words.ts';

/** 总览: four figures, then the plots behind them. */
export function OverviewPage() {
  const say = useText();
  const choice = useScope();
  const { scope } = choice;
  const waiting = <Skeleton lines={6} />;
  return (
    <Page title={say(words.title)} intro={say(words.intro)} width="wide">
      <div className="stack">
        <PlotFills />
        <ScopeBar {...choice} />
        <KeyFigures scope={scope} />
        <div className="overview-plots">
          <Loaded query={useOpenCases(scope)} waiting={waiting}>
            {(items) => <CasesPlots items={items} />}
          </Loaded>
          <Loaded query={useTimes(scope)} waiting={waiting}>
            {(statistics) => <TimePlots statistics={statistics} year={scope.year} />}
          </Loaded>
          <Loaded query={useFundsOf(scope)} waiting={waiting}>
            {(funds) => <FundsPlot funds={funds} year={scope.year} />}
          </Loaded>
          <Loaded query={useJobs(scope)} waiting={waiting}>
            {(outcomes) => <JobsPlot outcomes={outcomes} year={scope.year} />}
          </Loaded>
        </div>
      </div>
    </Page>
  );
}
