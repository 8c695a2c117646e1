// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sampleloader.h"

namespace assay::ui {

SampleLoader::SampleLoader(Shell &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_job(&shell.jobs())
{
}

void SampleLoader::open(const Sample &sample)
{
    using Datasets = QList<DatasetPtr>;
    m_job.start<Datasets>(
        tr("Opening %1").arg(sample.title),
        [&bench = m_shell.workbench(), sample](const Context &context) -> Result<Datasets> {
            const auto paths = unpackSample(sample);
            if (!paths)
                return tl::unexpected(paths.error());
            Datasets datasets;
            for (const QString &path : *paths) {
                auto data = bench.import(path, {}, context);
                if (!data)
                    return tl::unexpected(data.error());
                datasets.append(std::move(*data));
            }
            return datasets;
        },
        [this](const Result<Datasets> &datasets) {
            if (!datasets) {
                m_shell.report(datasets.error());
                return;
            }
            for (const DatasetPtr &data : *datasets)
                m_shell.addDataset(data);
            if (datasets->size() > 1)
                m_shell.openDrift(datasets->at(0), datasets->at(1));
            else
                m_shell.openProfile(datasets->front());
        });
}

} // namespace assay::ui
