import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Badge, SPECIES_STATUS_NAMES } from '#app/components/badge.tsx';
import { GapSection } from '#app/components/gap-section.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { TaxonList } from '#app/components/taxon-list.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import { findSpeciesProgramme } from '#app/data/species.server.ts';
import type { GroupScope } from '#app/domain/breakdown.ts';
import { speciesActivities } from '#app/domain/group-rows.ts';
import { shownGroup } from '#app/domain/shown-figures.ts';
import { CROSS_CUTTING } from '#app/domain/species-split.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.species?.name ?? 'Cross-cutting'} · Tributary` : 'Tributary' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const code = params.code ?? '';
  const species = await findSpeciesProgramme(context.db, code);
  if (!species && code !== CROSS_CUTTING) {
    throw new Response(`There is no species programme “${code}”.`, { status: 404 });
  }
  return { code, species, group: shownGroup(speciesActivities(report, code), report.sight) };
}

export default function SpeciesPage() {
  const { code, species, group } = useLoaderData<typeof loader>();
  const scope: GroupScope = { by: 'species', key: code };
  return (
    <>
      <PageHeading
        crumbs={[{ to: '/species', name: 'Species programmes' }]}
        title={species?.name ?? 'Cross-cutting'}
      >
        {species ? (
          <>
            <p>
              <Badge>{SPECIES_STATUS_NAMES[species.status]}</Badge>
            </p>
            <TaxonList taxa={species.taxa} />
          </>
        ) : (
          <p className="quiet">Activities that name no species programme.</p>
        )}
      </PageHeading>
      <HeadlineFigures figures={group.total} scope={scope} />
      <UnbudgetedNotice activities={group.unbudgeted} />
      <GapSection
        title="Activities"
        by="activity"
        rows={group.rows}
        total={group.total}
        scope={scope}
        sharedIn={{ scope, activities: group.shared }}
      />
    </>
  );
}
