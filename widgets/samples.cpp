// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace assay::ui {

namespace {

struct Samples
{
    Q_DECLARE_TR_FUNCTIONS(Samples)
};

QList<Sample> allSamples()
{
    return {{.id = QStringLiteral("loans"),
             .title = Samples::tr("Loan applications"),
             .description = Samples::tr("Who gets a loan? Two outcomes, with sex and age as protected columns."),
             .badge = Samples::tr("Binary · fairness"),
             .target = QStringLiteral("approved"),
             .files = {QStringLiteral("loans.csv")}},
            {.id = QStringLiteral("houses"),
             .title = Samples::tr("House prices"),
             .description = Samples::tr("What is a house worth? A number to predict from size, place and age."),
             .badge = Samples::tr("Regression"),
             .target = QStringLiteral("price"),
             .files = {QStringLiteral("houses.csv")}},
            {.id = QStringLiteral("drift"),
             .title = Samples::tr("Loans, a year later"),
             .description =
                 Samples::tr("The same columns from another year: has the data moved away from what models learnt?"),
             .badge = Samples::tr("Drift"),
             .target = QStringLiteral("approved"),
             .files = {QStringLiteral("loans.csv"), QStringLiteral("loans_later.csv")}}};
}

QString resource(const QString &name)
{
    return QStringLiteral(":/samples/") + name;
}

Failure cannotWrite(const QString &path, const QString &reason)
{
    return at(failure(ErrorKind::Refused, "sample_not_written", "The sample could not be written to {}: {}.",
                      {path.toStdString(), reason.toStdString()}),
              path.toStdString());
}

} // namespace

QList<Sample> availableSamples()
{
    QList<Sample> samples = allSamples();
    samples.removeIf([](const Sample &sample) {
        return std::any_of(sample.files.begin(), sample.files.end(),
                           [](const QString &name) { return !QFile::exists(resource(name)); });
    });
    return samples;
}

Result<QStringList> unpackSample(const Sample &sample)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                      QStringLiteral("/assay/samples"));
    if (!folder.mkpath(QStringLiteral(".")))
        return cannotWrite(folder.path(), Samples::tr("the folder cannot be made"));
    QStringList paths;
    for (const QString &name : sample.files) {
        QFile from(resource(name));
        if (!from.open(QIODevice::ReadOnly))
            return cannotWrite(name, from.errorString());
        const QByteArray bytes = from.readAll();
        const QString path = folder.filePath(name);
        QFile present(path);
        if (!present.open(QIODevice::ReadOnly) || present.readAll() != bytes) {
            QSaveFile to(path);
            if (!to.open(QIODevice::WriteOnly) || to.write(bytes) != bytes.size() || !to.commit())
                return cannotWrite(path, to.errorString());
        }
        paths.append(path);
    }
    return paths;
}

} // namespace assay::ui
