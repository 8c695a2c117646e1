// SPDX-License-Identifier: GPL-3.0-or-later
#include "scalestore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <cstdio>

// Makes a store of any size, for measuring and for looking at; prints its path.

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    bench::Scale scale;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("New store"), QStringLiteral("[PATH]"));
    const auto number = [&](const char *name, auto &value) {
        const QCommandLineOption option(QString::fromLatin1(name), QStringLiteral("How many"), QStringLiteral("N"),
                                        QString::number(value));
        parser.addOption(option);
    };
    number("runs", scale.runs);
    number("metrics", scale.metrics);
    number("params", scale.params);
    number("points", scale.points);
    number("long", scale.longSeries);
    number("curves", scale.curves);
    number("curve-points", scale.curvePoints);
    parser.process(application);
    const auto given = [&](const char *name) { return parser.value(QString::fromLatin1(name)).toLongLong(); };
    scale = {.runs = static_cast<int>(given("runs")),
             .metrics = static_cast<int>(given("metrics")),
             .params = static_cast<int>(given("params")),
             .points = given("points"),
             .longSeries = given("long"),
             .curves = static_cast<int>(given("curves")),
             .curvePoints = given("curve-points")};
    const QStringList names = parser.positionalArguments();
    const QString path = names.isEmpty() ? QDir::temp().filePath(QStringLiteral("assay-scale.db")) : names.front();
    if (QFile::exists(path)) {
        std::fprintf(stderr, "%s is there already; remove it first or give another path.\n", qPrintable(path));
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    if (const auto made = bench::makeScaleStore(path, scale); !made) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    std::fprintf(stderr, "%d runs, %lld bytes, %.1f s\n", scale.runs, static_cast<long long>(QFile(path).size()),
                 static_cast<double>(timer.elapsed()) / 1000);
    std::printf("%s\n", qPrintable(path));
    return 0;
}
