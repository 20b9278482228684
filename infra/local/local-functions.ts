import { createHandler as applicant } from '../../functions/applicant/create-handler.ts';
import { createHandler as auditor } from '../../functions/auditor/create-handler.ts';
import { runClock } from '../../functions/clock/run-clock.ts';
import { composeHttp, composeSystem } from '../../functions/compose.ts';
import { composeDataKey } from '../../functions/compose-data-key.ts';
import { composeDocuments } from '../../functions/documents/compose-documents.ts';
import { createHandler as documents } from '../../functions/documents/create-handler.ts';
import { composeExporter } from '../../functions/exports/compose-exporter.ts';
import { runExporter } from '../../functions/exports/run-exporter.ts';
import { channelsIn } from '../../functions/messages/channels.ts';
import { composeNotifier } from '../../functions/notifier/compose-notifier.ts';
import { runNotifier } from '../../functions/notifier/run-notifier.ts';
import { createHandler as objections } from '../../functions/objections/create-handler.ts';
import { createHandler as officer } from '../../functions/officer/create-handler.ts';
import { readOutbox } from '../../functions/persistence/outbox.ts';
import { createHandler as publicOnes } from '../../functions/public/create-handler.ts';
import { signInSettings } from '../../functions/public/portal-config.ts';
import { createHandler as reviewer } from '../../functions/reviewer/create-handler.ts';
import { composeSealer } from '../../functions/sealer/compose-sealer.ts';
import { lookBack } from '../../functions/sealer/run-sealer.ts';
import type { LocalFunctions, Surroundings } from './surroundings.ts';

/**
 * The functions of the system as the cloud deploys them, run in this process.
 * @param checksAnswers holds every answer to its route's schema: for tests, where a broken contract must fail.
 */
export function localFunctions(
  { settings, stores, now, log }: Surroundings,
  checksAnswers = true,
): LocalFunctions {
  const system = composeSystem(settings, stores, composeDataKey(settings, stores), now);
  const options = composeHttp(settings, log, checksAnswers);
  const files = composeDocuments(system, settings, stores);
  const exporter = composeExporter(system, settings, stores);
  const seal = composeSealer(system, settings, stores, log);
  return {
    http: {
      public: publicOnes(system, signInSettings(settings), options),
      objections: objections(system, options),
      applicant: applicant(system, options),
      documents: documents(files, options),
      reviewer: reviewer(system, options),
      auditor: auditor(exporter, options),
      officer: officer(system, options),
    },
    outbox: () => readOutbox(system.tables, 200),
    background: [
      {
        name: 'clock',
        onJournal: false,
        everyMinutes: 5,
        run: async () => {
          await runClock(system, { channels: channelsIn(settings), removeObject: files.objects.remove, log });
        },
      },
      {
        name: 'notifier',
        onJournal: true,
        everyMinutes: 5,
        run: async () => {
          await runNotifier(composeNotifier(system, settings, stores, log));
        },
      },
      {
        name: 'exporter',
        onJournal: false,
        everyMinutes: 2,
        run: () => runExporter(exporter, () => false),
      },
      { name: 'sealer', onJournal: true, everyMinutes: 15, run: () => seal(lookBack.onSchedule) },
    ],
  };
}
