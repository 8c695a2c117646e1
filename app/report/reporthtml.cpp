// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reporthtml.h"

#include "app/report/reportsections.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/svg.h"

#include <QLocale>

namespace assay::app {

QByteArray reportHtml(const ReportData &data)
{
    ReportContext context(data);
    ReportPage page;
    page.language = QLocale().name().section(u'_', 0, 0);
    if (page.language == QLatin1String("C"))
        page.language = QStringLiteral("en");
    page.title =
        data.title.isEmpty() ? ReportText::tr("Report on %1").arg(ui::sentenceList(context.names())) : data.title;
    page.subtitle = QLocale().toString(data.created, QLocale::LongFormat);
    page.contents = ReportText::tr("Contents");
    page.footer = ReportText::tr("Made by Assay. Everything here was computed on one machine from local files.");
    page.style = ui::svgStyle();
    using Maker = ReportSection (*)(ReportContext &);
    for (const Maker make :
         {&summarySection, &dataSection, &modelsSection, &metricsSection, &comparisonSection, &curvesSection,
          &fairnessSection, &attributionSection, &driftSection, &profileSection, &againSection, &environmentSection}) {
        ReportSection section = make(context);
        if (!section.blocks.empty())
            page.sections.push_back(std::move(section));
    }
    return renderPage(page);
}

} // namespace assay::app
