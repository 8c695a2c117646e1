// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/samples/houses.h"
#include "resources/samples/loans.h"

#include <fstream>
#include <iostream>
#include <string>

namespace {

bool write(const std::string &file, const std::string &text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        std::cerr << "cannot write " << file << '\n';
    return static_cast<bool>(out);
}

} // namespace

/// Writes the sample files into the folder given.
int main(int argc, char **argv)
{
    using namespace assay::samples;
    if (argc != 2) {
        std::cerr << "usage: assay_samples FOLDER\n";
        return 2;
    }
    const std::string folder = argv[1];
    const bool good = write(folder + "/loans.csv", loansCsv(Batch::First)) &&
                      write(folder + "/loans_later.csv", loansCsv(Batch::Later)) &&
                      write(folder + "/houses.csv", housesCsv());
    return good ? 0 : 1;
}
