// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/localworkbench.h"
#include "engine/core/random.h"

#include <QFile>
#include <QTemporaryDir>
#include <cmath>
#include <memory>

/// A store and a file of its own: score and group matter, noise does not; a customer has several rows, days go on.
class WorkbenchFixture
{
public:
    explicit WorkbenchFixture(int rows = 400, std::uint64_t seed = 1)
    {
        QFile file(m_dir.filePath(QStringLiteral("data.csv")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the data of the test");
        file.write(csv(rows, seed));
        file.close();
        bench = std::move(*assay::app::LocalWorkbench::open(m_dir.filePath(QStringLiteral("store.db"))));
        data = *bench->import(file.fileName(), {}, {});
    }

    QString path(const QString &name) const { return m_dir.filePath(name); }

    assay::ui::TrainRequest request(const char *model, const char *split = "holdout:0.25") const
    {
        assay::ui::TrainRequest request;
        request.data = data;
        request.task.target = "outcome";
        request.task.drop = {"day", "customer"};
        request.model = QLatin1String(model);
        request.split = *assay::engine::parseSplit(split);
        return request;
    }

    /// The id of a run that was trained; an empty one, with the reason told, when it was not.
    assay::tracking::RunId train(const assay::ui::TrainRequest &request, const assay::Context &context = {}) const
    {
        const auto outcome = bench->train(request, context);
        if (!outcome)
            qWarning("%s", outcome.error().message.c_str());
        return outcome ? outcome->run : assay::tracking::RunId();
    }

    static QByteArray csv(int rows, std::uint64_t seed)
    {
        assay::Random random(seed);
        QByteArray text = "score,noise,group,day,customer,size,kind,outcome\n";
        const char *const kinds[] = {"low", "middle", "high"};
        for (int i = 0; i < rows; ++i) {
            const double score = random.normal();
            const bool favoured = random.uniform() < 0.6;
            const double logit = 1.5 * score + (favoured ? 0.8 : -0.4);
            const double size = 3 * score + (favoured ? 1 : 0) + random.normal();
            text += QByteArray::number(score, 'g', 6) + ',' + QByteArray::number(random.normal(), 'g', 6) + ',' +
                    (favoured ? "a" : "b") + ',' + QByteArray::number(i) + ",c" + QByteArray::number(i % 37) + ',' +
                    QByteArray::number(size, 'g', 6) + ',' +
                    kinds[size < -1  ? 0
                          : size < 2 ? 1
                                     : 2] +
                    ',' + (random.uniform() < 1 / (1 + std::exp(-logit)) ? "yes" : "no") + '\n';
        }
        return text;
    }

    std::unique_ptr<assay::app::LocalWorkbench> bench;
    assay::ui::DatasetPtr data;

private:
    QTemporaryDir m_dir;
};
